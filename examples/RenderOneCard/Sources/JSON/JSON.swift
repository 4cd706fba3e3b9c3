/// A type of another package that has our module's short name.
public enum JSON {}
