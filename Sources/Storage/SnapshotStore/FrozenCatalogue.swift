internal import Foundation
public import StatisticsModel

/// A catalogue as documents: what a snapshot keeps of it, one document a thing that changes alone.
///
/// The documents are JSON with sorted keys, so that the same catalogue always gives the same bytes
/// and a changed label changes one document. Their names: `index` (the order of dimensions and
/// indicators), `subjects`, `units`, `sources`, `dimension/<id>`, `indicator/<id>`.
public enum FrozenCatalogue {
    /// Returns a catalogue's documents.
    ///
    /// - Parameter catalogue: A consistent catalogue.
    /// - Returns: The bytes of each document, by name; equal for equal catalogues.
    /// - Complexity: O(*n*) in the size of the catalogue.
    public static func documents(of catalogue: Catalogue) -> [String: [UInt8]] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let index = Index(
            dimensions: catalogue.dimensions.map(\.id),
            indicators: catalogue.indicators.map(\.id)
        )
        var documents = [
            Name.index: bytes(of: index, by: encoder),
            Name.subjects: bytes(of: catalogue.subjects, by: encoder),
            Name.units: bytes(of: catalogue.units, by: encoder),
            Name.sources: bytes(of: catalogue.sources, by: encoder),
        ]
        for dimension in catalogue.dimensions {
            documents[Name.dimension(dimension.id)] = bytes(of: dimension, by: encoder)
        }
        for indicator in catalogue.indicators {
            documents[Name.indicator(indicator.id)] = bytes(of: indicator, by: encoder)
        }
        return documents
    }

    /// Reads a catalogue back from its documents.
    ///
    /// - Parameter documents: The bytes of each document, by name; documents of other names are
    ///   no part of the catalogue.
    /// - Returns: The catalogue that was frozen.
    /// - Throws: `FrozenCatalogueError` when a document is missing, or can't be decoded.
    public static func catalogue(
        from documents: [String: [UInt8]]
    ) throws(FrozenCatalogueError) -> Catalogue {
        let index = try value(Index.self, named: Name.index, in: documents)
        var dimensions: [Dimension] = []
        for id in index.dimensions {
            dimensions.append(
                try value(Dimension.self, named: Name.dimension(id), in: documents)
            )
        }
        var indicators: [Indicator] = []
        for id in index.indicators {
            indicators.append(
                try value(Indicator.self, named: Name.indicator(id), in: documents)
            )
        }
        return Catalogue(
            subjects: try value([Subject].self, named: Name.subjects, in: documents),
            units: try value([StatisticsModel.Unit].self, named: Name.units, in: documents),
            sources: try value([Source].self, named: Name.sources, in: documents),
            dimensions: dimensions,
            indicators: indicators
        )
    }

    private struct Index: Codable {
        let dimensions: [Code<StatisticsModel.Dimension>]
        let indicators: [Code<Indicator>]
    }

    private enum Name {
        static let index = "index"
        static let subjects = "subjects"
        static let units = "units"
        static let sources = "sources"

        static func dimension(_ id: Code<StatisticsModel.Dimension>) -> String { "dimension/\(id)" }
        static func indicator(_ id: Code<Indicator>) -> String { "indicator/\(id)" }
    }

    private typealias Dimension = StatisticsModel.Dimension

    private static func bytes(of value: some Encodable, by encoder: JSONEncoder) -> [UInt8] {
        do {
            return Array(try encoder.encode(value))
        } catch {
            preconditionFailure("the catalogue's values can always be encoded: \(error)")
        }
    }

    private static func value<Value: Decodable>(
        _ type: Value.Type,
        named name: String,
        in documents: [String: [UInt8]]
    ) throws(FrozenCatalogueError) -> Value {
        guard let bytes = documents[name] else { throw .missingDocument(name: name) }
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch {
            throw .malformedDocument(name: name, cause: String(describing: error))
        }
    }
}
