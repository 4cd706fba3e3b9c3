// Replaced by the golden comparison.
