/// Records of one kind in columns.
///
/// Persons are numbers that the databank gave to pseudonyms. A field that was empty is `empty`.
public struct RecordBatch: Sendable, Equatable {
    /// What an empty optional field is kept as.
    public static let empty = Int32.min
    /// The number of a person where a record has none.
    public static let nobody: Int32 = -1

    /// The kind of record.
    public let kind: RecordKind
    /// The first half of the SHA-256 of the sender's id of each record.
    public var records: [UInt64] = []
    /// Whether each record was taken back.
    public var cancelled: [Bool] = []
    /// The number of the person that each record is about; `nobody` where there is none.
    public var persons: [Int32] = []
    /// The number of the second person, for kinds that have one; else empty.
    public var others: [Int32] = []
    /// One column for each of the schema's data fields, in their order.
    public var columns: [[Int32]]

    /// How many records there are.
    public var count: Int { records.count }

    /// Makes a batch without records.
    public init(of kind: RecordKind) {
        self.kind = kind
        columns = [[Int32]](
            repeating: [],
            count: RecordSchema.schema(of: kind).dataFields.count
        )
    }
}
