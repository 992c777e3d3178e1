internal import Foundation
internal import QueryPlanning
internal import StatisticsModel

/// The body of a request: a JSON object of strings, numbers and lists of them.
enum BodyText {
    private enum Value: Decodable {
        case one(String)
        case several([String])

        init(from decoder: any Decoder) throws {
            if let container = try? decoder.singleValueContainer() {
                if let text = try? Self.scalar(in: container) {
                    self = .one(text)
                    return
                }
            }
            var list = try decoder.unkeyedContainer()
            var values: [String] = []
            while !list.isAtEnd {
                values.append(try list.decode(Scalar.self).text)
            }
            self = .several(values)
        }

        static func scalar(in container: any SingleValueDecodingContainer) throws -> String {
            if let text = try? container.decode(String.self) { return text }
            return String(try container.decode(Int.self))
        }

        var values: [String] {
            switch self {
            case .one(let text): [text]
            case .several(let texts): texts
            }
        }
    }

    private struct Scalar: Decodable {
        let text: String

        init(from decoder: any Decoder) throws {
            text = try Value.scalar(in: decoder.singleValueContainer())
        }
    }

    /// Reads a body's members as parameters, in the order of their names.
    ///
    /// - Throws: A `Problem` when the body is no such object.
    static func parameters(of body: [UInt8]) throws(Problem) -> [ObservationQuery.Parameter] {
        let members: [String: Value]
        do {
            members = try JSONDecoder().decode([String: Value].self, from: Data(body))
        } catch {
            throw Problem(
                .invalidBody,
                BilingualText(
                    danish: "Forespørgslens indhold er ikke et JSON-objekt af tekster, hele tal "
                        + "og lister af dem, fx {\"area\": [\"101\", \"147\"], \"period\": \"latest\"}.",
                    english: "The body is not a JSON object of strings, integers and lists of "
                        + "them, such as {\"area\": [\"101\", \"147\"], \"period\": \"latest\"}."
                )
            )
        }
        return members.sorted { $0.key < $1.key }
            .map { ObservationQuery.Parameter(name: $0.key, values: $0.value.values) }
    }
}
