import HTTPTypes

@testable import HTTPAPI

/// `openapi.yaml`, read by other means than the program's own.
struct ContractDocument: Sendable {
    /// The whole document.
    let root: JSON
    /// All operations, in the order of the document.
    let operations: [Operation]

    /// The contract that the program was built with.
    static func embedded() throws -> ContractDocument {
        try ContractDocument(yaml: String(decoding: Contract.yaml, as: UTF8.self))
    }

    init(yaml: String) throws {
        let root = try JSON(yaml: yaml)
        self.root = root
        let references = References(root)
        operations = (root["paths"]?.members ?? [])
            .flatMap { path in
                path.value.members.filter { ["get", "post"].contains($0.name) }
                    .map { method in
                        Operation(
                            method: method.name == "get" ? .get : .post,
                            path: path.name,
                            item: path.value,
                            object: method.value,
                            references
                        )
                    }
            }
    }

    /// What follows references.
    var references: References { References(root) }

    /// The operation of an id.
    func operation(_ id: String) -> Operation? { operations.first { $0.id == id } }

    /// The schema of a name.
    func schema(_ name: String) -> JSON { references.component("schemas", name) }

    /// The names of what `components` has of a kind.
    func names(of kind: String) -> [String] {
        root["components"]?[kind]?.members.map(\.name) ?? []
    }
}

/// The components of a document, by the references that name them.
struct References: Sendable {
    private let components: [String: JSON]

    init(_ root: JSON) {
        var components: [String: JSON] = [:]
        for kind in root["components"]?.members ?? [] {
            for component in kind.value.members {
                components["#/components/\(kind.name)/\(component.name)"] = component.value
            }
        }
        self.components = components
    }

    /// Follows references until something else stands there.
    func resolved(_ value: JSON) -> JSON {
        guard let reference = value["$ref"]?.string else { return value }
        guard let target = components[reference] else {
            preconditionFailure("\(reference) leads nowhere")
        }
        return resolved(target)
    }

    func component(_ kind: String, _ name: String) -> JSON {
        resolved(.object([.init(name: "$ref", value: .string("#/components/\(kind)/\(name)"))]))
    }

    /// Whether a reference leads somewhere.
    func contains(_ reference: String) -> Bool { components[reference] != nil }
}
