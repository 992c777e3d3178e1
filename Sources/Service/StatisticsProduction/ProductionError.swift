public import DatabankStore

/// Why figures could not be produced.
public enum ProductionError: Error {
    /// The databank can't be read.
    case databank(DatabankError)
    /// There is no delivery to count.
    case noDeliveries
    /// The counts so far are of other rules, another catalogue or a later month.
    case foreignCounts(String)

    static func wrapping<Value>(
        _ body: () throws(DatabankError) -> Value
    ) throws(ProductionError) -> Value {
        do {
            return try body()
        } catch {
            throw .databank(error)
        }
    }
}
