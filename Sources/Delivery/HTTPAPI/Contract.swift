internal import ResponseFormats
internal import Yams

/// The contract that this program was built with.
enum Contract {
    /// `openapi.yaml`, byte for byte.
    static let yaml = PackageResources.openapi_yaml

    /// The same as JSON, members in the same order.
    static let json: [UInt8] = {
        do {
            let node = try Yams.compose(yaml: String(decoding: yaml, as: UTF8.self))
            return node.map(value)?.bytes ?? []
        } catch {
            preconditionFailure("the contract is YAML, or the contract tests would fail: \(error)")
        }
    }()

    private static func value(_ node: Node) -> JSONValue {
        switch node {
        case .mapping(let mapping):
            return .object(mapping.map { ($0.key.string ?? "", value($0.value)) })
        case .sequence(let sequence): return .array(sequence.map(value))
        case .scalar(let scalar):
            // Only plain scalars may stand for something else than a text.
            guard scalar.style == .plain || scalar.style == .any else {
                return .string(scalar.string)
            }
            if let flag = node.bool { return .bool(flag) }
            if let number = node.int { return .integer(number) }
            if node.float != nil { return .decimal(scalar.string) }
            if node.null != nil { return .null }
            return .string(scalar.string)
        case .alias: return .null
        }
    }
}
