import HTTPTypes
import StatisticsModel

extension Probe {
    /// All that is tried about an operation; the catalogue's indicators have every dimension.
    static func all(of operation: Operation, _ catalogue: Catalogue) -> [Probe] {
        forms(of: operation) + examples(of: operation, catalogue) + snapshots(of: operation)
            + mistakes(in: operation) + limits(of: operation) + bodies(of: operation)
            + stores(of: operation)
    }

    /// Every word of every parameter that has words, and every media type.
    static func forms(of operation: Operation) -> [Probe] {
        var probes = [Probe(operation, "plain")]
        for parameter in operation.queryParameters {
            for word in parameter.words {
                var probe = Probe(operation, "word", query: [(parameter.name, word)])
                probe.emptyBody()
                probes.append(probe)
            }
        }
        if operation.queryParameter("layout") != nil {
            for format in ["csv", "csv-da", "ndjson"] {
                let query = [("format", format), ("layout", "long"), ("labels", "none")]
                probes.append(Probe(operation, "long", query: query))
            }
            probes.append(Probe(operation, "one cell", query: Self.oneCell(operation)))
        }
        if operation.queryParameter("cursor") != nil {
            probes.append(Probe(operation, "page", query: [("limit", "1")]))
        }
        for type in operation.responses[200]?.content.keys.sorted() ?? [] {
            var probe = Probe(operation, "Accept \(type)")
            probe.headers[.accept] = "\(type), image/png;q=0.5"
            probes.append(probe)
        }
        for tag in ["*", "W/\"other\""] where operation.method == .get {
            var probe = Probe(operation, "If-None-Match \(tag)")
            probe.headers[.ifNoneMatch] = tag
            probes.append(probe)
        }
        return probes
    }

    private static func oneCell(_ operation: Operation) -> [(String, String)] {
        let measure = operation.queryParameter("indicator") == nil ? "" : "y25i01_"
        return [
            ("format", "text"), ("measure", measure + "fulltimePersons"), ("area", "DK"),
            ("period", "latest"),
        ]
    }

    /// Every parameter with every example; a dimension with an indicator that has it.
    static func examples(of operation: Operation, _ catalogue: Catalogue) -> [Probe] {
        operation.queryParameters.flatMap { parameter in
            parameter.examples.map { example in
                var probe = Probe(
                    operation,
                    "example of \(parameter.name)",
                    query: [(parameter.name, example.text)]
                )
                let owner = catalogue.indicators.first { indicator in
                    indicator.dimensions.contains { $0.id.text == parameter.name }
                }
                if let owner, parameter.name != "area" {
                    probe.pathValues["indicator"] = owner.id.text
                    if operation.queryParameter("indicator") != nil {
                        probe.query.append(("indicator", owner.id.text))
                    }
                }
                probe.emptyBody()
                return probe
            }
        }
    }

    /// Leaves everything to the query, which then has to name a joined table's indicators.
    mutating func emptyBody() {
        guard method == .post else { return }
        body = Array("{}".utf8)
        if let indicators = operation.queryParameter("indicator"),
            !query.contains(where: { $0.name == "indicator" })
        {
            query.append(("indicator", indicators.examples.first?.text ?? ""))
        }
    }

    /// The snapshots that there are, that there were, and that nobody sees.
    static func snapshots(of operation: Operation) -> [Probe] {
        let ids = ["2026-08-18", "2026-08-20", "2026-08-21", "2026-12-19", "2001-01-01", "zzz"]
        var probes: [Probe] = []
        if operation.parameters.contains(where: { $0.place == "path" && $0.name == "snapshot" }) {
            for id in ids {
                var probe = Probe(operation, "snapshot \(id)")
                probe.pathValues["snapshot"] = id
                probes.append(probe)
                probe.headers[.ifNoneMatch] = "*"
                probes.append(probe)
            }
        }
        guard operation.queryParameter("snapshot") != nil else { return probes }
        let queries: [[(String, String)]] =
            ids.map { [("snapshot", $0)] } + [
                [("sequence", "1")], [("sequence", "99")], [("sequence", "0")],
                [("asOf", "2026-08-20T11:59")], [("asOf", "2026-09-01")], [("asOf", "2001-01-01")],
                [("asOf", "2027-01-01")], [("asOf", "yesterday at noon")],
                [("snapshot", "latest"), ("asOf", "2026-08-31")],
            ]
        for query in queries {
            var probe = Probe(operation, "snapshot", query: query)
            probes.append(probe)
            probe.headers[.ifNoneMatch] = "*"
            probes.append(probe)
        }
        return probes
    }

    /// Requests with something unknown, empty or malformed in them.
    static func mistakes(in operation: Operation) -> [Probe] {
        var probes = [Probe(operation, "unknown parameter", query: [("nonsense", "1")])]
        var malformed = Probe(operation, "malformed query")
        malformed.tail = "&lang=%zz"
        probes.append(malformed)
        for parameter in operation.parameters where parameter.place == "path" {
            var probe = Probe(operation, "unknown \(parameter.name)")
            probe.pathValues[parameter.name] = "nonsense-zzz"
            probes.append(probe)
        }
        for parameter in operation.queryParameters {
            for value in ["", "nonsense zzz", "0"] {
                probes.append(
                    Probe(operation, "bad \(parameter.name)", query: [(parameter.name, value)])
                )
            }
        }
        var picky = Probe(operation, "Accept image/png")
        picky.headers[.accept] = "image/png"
        probes.append(picky)
        for method in [HTTPRequest.Method.delete, .put, .patch, .trace] {
            var probe = Probe(operation, "method \(method)")
            probe.method = method
            probes.append(probe)
        }
        return probes
    }

    /// Requests that are too large.
    static func limits(of operation: Operation) -> [Probe] {
        var long = Probe(operation, "long URL")
        long.tail = "&x=" + String(repeating: "a", count: 17_000)
        var heavy = Probe(operation, "heavy headers")
        heavy.headers[.userAgent] = String(repeating: "a", count: 70_000)
        return [long, heavy]
    }

    /// Bodies of all kinds, for operations that take one.
    static func bodies(of operation: Operation) -> [Probe] {
        guard operation.method == .post else { return [] }
        let texts = [
            "", "{", "[]", "null", "{\"area\":{}}", "{\"nonsense\":1}", "{\"area\":[]}",
            "{\"limit\":\"10\",\"period\":[\"2026M06\",\"2026M07\"]}", "{\"layout\":\"arrays\"}",
            "{\"area\":\"Kobenhagn\"}", "{\"snapshot\":\"2026-08-18\"}", "{\"lang\":\"en\"}",
            "{\"indicator\":\"y60a02\"}",
        ]
        var probes = texts.map { text in
            var probe = Probe(operation, "body \(text)")
            probe.body = Array(text.utf8)
            return probe
        }
        probes.append(Probe(operation, "twice", query: [("area", "DK")]))
        var large = Probe(operation, "large body")
        large.body = [UInt8](repeating: UInt8(ascii: " "), count: 1 << 20) + Array("{}".utf8)
        var packed = Probe(operation, "packed body")
        packed.headers[.contentEncoding] = "gzip"
        var typed = Probe(operation, "any Content-Type")
        typed.headers[.contentType] = "text/plain"
        probes += [large, packed, typed]
        return probes
    }

    /// Stores that can't answer.
    static func stores(of operation: Operation) -> [Probe] {
        [Side.empty, .broken]
            .map { side in
                var probe = Probe(operation, "\(side)")
                probe.side = side
                return probe
            }
    }
}

extension Operation.Parameter {
    /// The words that the parameter's schema lists.
    var words: [String] { (schema["enum"]?.items ?? []).compactMap(\.string) }
}
