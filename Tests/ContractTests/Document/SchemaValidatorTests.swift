import Testing

/// The validator itself: what it would let pass, no other test would find.
@Suite struct SchemaValidatorTests {
    /// A schema in YAML, a document that it accepts and documents that it refuses.
    struct Case: Sendable, CustomTestStringConvertible {
        let schema: String
        let valid: [String]
        let invalid: [String]

        var testDescription: String { schema }
    }

    private static let components = """
        components:
          schemas:
            Word: {type: string, pattern: '^[a-z]+$'}
            Named: {type: object, required: [id],
              properties: {id: {$ref: '#/components/schemas/Word'}}}
            Tree: {type: object, required: [children], additionalProperties: false,
              properties: {children: {type: array, items: {$ref: '#/components/schemas/Tree'}}}}
        """

    static let cases: [Case] = [
        Case(
            schema: "{type: string}",
            valid: ["\"a\""],
            invalid: ["1", "null", "[]", "{}", "true"]
        ),
        Case(schema: "{type: integer}", valid: ["1", "1.0", "-3"], invalid: ["1.5", "\"1\""]),
        Case(
            schema: "{type: [number, 'null']}",
            valid: ["1.5", "null"],
            invalid: ["\"1\"", "false"]
        ),
        Case(schema: "{type: boolean}", valid: ["true"], invalid: ["0", "\"true\"", "null"]),
        Case(
            schema: "{enum: [a, 2, null]}",
            valid: ["\"a\"", "2", "null"],
            invalid: ["\"b\"", "\"2\""]
        ),
        Case(schema: "{const: true}", valid: ["true"], invalid: ["false", "1", "\"true\""]),
        Case(schema: "{const: [area]}", valid: ["[\"area\"]"], invalid: ["\"area\"", "[]"]),
        Case(
            schema: "{minLength: 2, maxLength: 3}",
            valid: ["\"æø\"", "7"],
            invalid: ["\"a\"", "\"abcd\""]
        ),
        Case(schema: "{pattern: '^a+$'}", valid: ["\"aa\"", "1"], invalid: ["\"ab\"", "\"\""]),
        Case(schema: "{minimum: 1, maximum: 5}", valid: ["1", "5"], invalid: ["0.9", "6"]),
        Case(
            schema: "{format: date}",
            valid: ["\"2026-02-28\""],
            invalid: ["\"2026-02-29\"", "\"x\""]
        ),
        Case(
            schema: "{format: date-time, pattern: Z$}",
            valid: ["\"2026-08-19T06:00:00Z\""],
            invalid: ["\"2026-08-19T06:00:00+02:00\"", "\"2026-08-19\""]
        ),
        Case(
            schema: "{format: uri}",
            valid: ["\"https://example.org/v1?a=1,2&b=%C3%A6\""],
            invalid: ["\"/v1\"", "\"https://example.org/a b\"", "\"https://example.org/æ\""]
        ),
        Case(
            schema: "{format: uri-reference}",
            valid: ["\"/v1?a=*\""],
            invalid: ["\"v1\"", "\"/ \""]
        ),
        Case(
            schema: """
                {type: array, minItems: 1, maxItems: 2, uniqueItems: true,
                items: {type: integer}}
                """,
            valid: ["[1]", "[1,2]"],
            invalid: ["[]", "[1,2,3]", "[1,1]", "[\"1\"]"]
        ),
        Case(
            schema: """
                {type: object, required: [a], additionalProperties: false,
                properties: {a: {type: integer}}}
                """,
            valid: ["{\"a\":1}"],
            invalid: ["{}", "{\"a\":\"1\"}", "{\"a\":1,\"b\":2}"]
        ),
        Case(
            schema: """
                {patternProperties: {'^x': {type: integer}},
                additionalProperties: {type: string}}
                """,
            valid: ["{\"x1\":1,\"y\":\"\"}"],
            invalid: ["{\"x1\":\"\"}", "{\"y\":1}"]
        ),
        Case(
            schema: "{propertyNames: {pattern: '^[0-9]+$'}}",
            valid: ["{\"12\":1}"],
            invalid: ["{\"a\":1}"]
        ),
        Case(schema: "{minProperties: 1}", valid: ["{\"a\":1}", "[]"], invalid: ["{}"]),
        Case(
            schema: "{dependentRequired: {a: [b]}}",
            valid: ["{\"a\":1,\"b\":1}", "{\"b\":1}"],
            invalid: ["{\"a\":1}"]
        ),
        Case(
            schema: "{anyOf: [{required: [a]}, {required: [b]}]}",
            valid: ["{\"a\":1}", "{\"a\":1,\"b\":1}"],
            invalid: ["{\"c\":1}"]
        ),
        Case(
            schema: "{oneOf: [{required: [a]}, {required: [b]}]}",
            valid: ["{\"a\":1}"],
            invalid: ["{}", "{\"a\":1,\"b\":1}"]
        ),
        Case(
            schema: "{not: {required: [a, b]}}",
            valid: ["{\"a\":1}"],
            invalid: ["{\"a\":1,\"b\":1}"]
        ),
        Case(
            schema: """
                {if: {properties: {v: {type: 'null'}}},
                then: {required: [s]}, else: {not: {required: [s]}}}
                """,
            valid: ["{\"v\":null,\"s\":1}", "{\"v\":1}"],
            invalid: ["{\"v\":null}", "{\"v\":1,\"s\":1}"]
        ),
        Case(
            schema: """
                {allOf: [{$ref: '#/components/schemas/Named'}], required: [n],
                properties: {n: {type: integer}}, unevaluatedProperties: false}
                """,
            valid: ["{\"id\":\"a\",\"n\":1}"],
            invalid: ["{\"n\":1}", "{\"id\":\"A\",\"n\":1}", "{\"id\":\"a\",\"n\":1,\"o\":1}"]
        ),
        Case(
            schema: "{properties: {a: {}}, unevaluatedProperties: {type: [number, 'null']}}",
            valid: ["{\"a\":\"\",\"b\":1,\"c\":null}"],
            invalid: ["{\"b\":\"\"}"]
        ),
        Case(
            schema: """
                {oneOf: [{required: [a], properties: {a: {}}},
                {required: [b]}], unevaluatedProperties: false}
                """,
            valid: ["{\"a\":1}"],
            invalid: ["{\"b\":1}"]
        ),
        Case(
            schema: "{$ref: '#/components/schemas/Tree'}",
            valid: ["{\"children\":[{\"children\":[]}]}"],
            invalid: ["{\"children\":[{\"children\":[],\"x\":1}]}", "{\"children\":[{}]}"]
        ),
        Case(
            schema: "{whatever: 1}",
            valid: [],
            invalid: ["1", "\"a\"", "null", "[]", "{\"a\":1}", "{}"]
        ),
        Case(schema: "{$ref: '#/components/schemas/Nothing'}", valid: [], invalid: ["1"]),
    ]

    @Test(arguments: cases)
    func `what fits is accepted and what doesn't is refused`(example: Case) throws {
        let validator = SchemaValidator(References(try JSON(yaml: Self.components)))
        let schema = try JSON(yaml: example.schema)

        for text in example.valid {
            let problems = validator.problems(of: try JSON(parsing: text.utf8), against: schema)
            #expect(problems.isEmpty, "\(text) is valid")
        }
        for text in example.invalid {
            let problems = validator.problems(of: try JSON(parsing: text.utf8), against: schema)
            #expect(!problems.isEmpty, "\(text) is invalid")
        }
    }

    @Test func `a problem names the place`() throws {
        let validator = SchemaValidator(References(try JSON(yaml: Self.components)))
        let schema = try JSON(yaml: "{properties: {a: {items: {type: string}}}}")

        let problems = validator.problems(
            of: try JSON(parsing: #"{"a":["",1]}"#.utf8),
            against: schema
        )

        #expect(problems == ["$.a[1]: 1 is no string"])
    }

    @Test(arguments: [
        "", "{", "[1,]", "{\"a\":1,\"a\":2}", "01", "1.", "+1", "NaN", "tru", "\"\u{1}\"",
        "\"\\x\"",
        "{} {}", "'a'", "{a:1}", "\"\\ud800\"", "[1 2]", "nul", "-",
    ])
    func `what is no JSON is refused`(text: String) {
        #expect(throws: JSON.Malformed.self) { try JSON(parsing: text.utf8) }
    }

    @Test func `JSON keeps order, numbers and escapes`() throws {
        let text = #" {"b":[1,-2.5e1,true,null],"a":"\u00e6\n\"\/æ"} "#

        let value = try JSON(parsing: text.utf8)

        #expect(value.members.map(\.name) == ["b", "a"])
        #expect(value["b"] == [.number(1), .number(-25), .bool(true), .null])
        #expect(value["a"] == "æ\n\"/æ")
    }
}
