/// Why documents are no frozen catalogue.
public enum FrozenCatalogueError: Error, Equatable {
    /// A document that the catalogue needs is not among them.
    case missingDocument(name: String)
    /// A document's bytes are not what its name says.
    case malformedDocument(name: String, cause: String)
}

extension FrozenCatalogueError: CustomStringConvertible {
    /// What is wrong, in a sentence.
    public var description: String {
        switch self {
        case .missingDocument(let name):
            "the frozen catalogue lacks its document \(name)"
        case .malformedDocument(let name, let cause):
            "the frozen catalogue's document \(name) can't be decoded: \(cause)"
        }
    }
}
