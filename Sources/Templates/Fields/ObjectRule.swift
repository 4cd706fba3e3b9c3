/// A rule across the fields of an object, for its schema; the readers say the same in words.
package enum ObjectRule: Sendable {
    /// Just one of these fields.
    case oneOf([String])
    /// Requires at least one of these fields.
    case anyOf([String])
    /// The first field excludes the others.
    case conflict(String, [String])
    /// All of these fields, or none.
    case together([String])
    /// Fields that must be there where another is not.
    case neededWithout(String, [String])
    /// The field's value has this form, which is narrower than its own.
    case limited(String, Form)
    /// Requires at least one field.
    case notEmpty
    /// Fields that are there only where another has one of some values.
    case only([String], where: String, is: [String])
    /// Fields that must be there where another has one of some values.
    case needed([String], where: String, is: [String])
}
