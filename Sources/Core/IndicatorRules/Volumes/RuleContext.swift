/// What the rules need to know beside the person.
public struct RuleContext: Sendable {
    /// The production units of all employers.
    public let units: UnitDirectory
    /// The settings of rules whose evidence is weak, or that change with the law.
    public let settings: RuleSettings

    /// Makes a context.
    public init(units: UnitDirectory, settings: RuleSettings = .standard) {
        self.units = units
        self.settings = settings
    }
}
