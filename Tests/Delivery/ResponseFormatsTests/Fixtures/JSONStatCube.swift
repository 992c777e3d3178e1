import Testing

/// A JSON-stat dataset, read by the rules of its specification.
struct JSONStatCube {
    let ids: [String]
    let sizes: [Int]
    /// For each dimension its codes in order.
    let codes: [[String]]
    let values: [Any]
    let statuses: [String: String]

    init(_ dataset: [String: Any]) throws {
        ids = try #require(dataset["id"] as? [String])
        sizes = try #require(dataset["size"] as? [Int])
        values = try #require(dataset["value"] as? [Any])
        statuses = try #require(dataset["status"] as? [String: String])
        let dimensions = try #require(dataset["dimension"] as? [String: [String: Any]])
        #expect(Set(dimensions.keys) == Set(ids))
        codes = try ids.map { id in
            let category = try #require(dimensions[id]?["category"] as? [String: Any])
            let index = try #require(category["index"] as? [String])
            let labels = try #require(category["label"] as? [String: String])
            #expect(Set(labels.keys) == Set(index), "\(id) has labels for other codes")
            #expect(dimensions[id]?["label"] is String)
            return index
        }
    }

    /// For each place in `values` the codes of its cell: the last dimension runs fastest.
    var cells: [[String]] {
        codes.reduce([[]]) { cells, codes in
            cells.flatMap { cell in codes.map { cell + [$0] } }
        }
    }
}
