import Yams

extension JSON {
    /// Reads a YAML document; only plain scalars may stand for something else than a text.
    init(yaml text: String) throws {
        guard let node = try Yams.compose(yaml: text) else {
            self = .null
            return
        }
        self.init(node)
    }

    private init(_ node: Node) {
        switch node {
        case .mapping(let mapping):
            self = .object(
                mapping.map { Member(name: $0.key.string ?? "", value: JSON($0.value)) }
            )
        case .sequence(let sequence): self = .array(sequence.map(JSON.init))
        case .scalar(let scalar):
            let isPlain = scalar.style == .plain || scalar.style == .any
            if isPlain, let flag = node.bool {
                self = .bool(flag)
            } else if isPlain, let number = node.float {
                self = .number(number)
            } else if isPlain, node.null != nil {
                self = .null
            } else {
                self = .string(scalar.string)
            }
        case .alias: preconditionFailure("the contract has no aliases")
        }
    }
}
