import Foundation
import ResponseFormats
import StatisticsFixtures
import Testing

/// JSON as it is written.
@Suite struct JSONValueTests {
    @Test func `a document keeps the order of its members and has no blanks`() {
        let value = JSONValue.object([
            ("b", .integer(-1)), ("a", .array([.null, .bool(true), .bool(false)])),
            ("n", .decimal("11.0")), ("e", .object([])), ("t", .text(nil)),
        ])

        let text = String(decoding: value.bytes, as: UTF8.self)

        #expect(text == #"{"b":-1,"a":[null,true,false],"n":11.0,"e":{},"t":null}"#)
    }

    @Test(arguments: [
        ("æ", "\"æ\""), ("\"", #""\"""#), ("\\", #""\\""#), ("\n\r\t", #""\n\r\t""#),
        ("\u{0}\u{1F}", #""\u0000\u001f""#), ("/", "\"/\""), ("", "\"\""),
    ])
    func `a text is escaped where it must be`(text: String, written: String) {
        #expect(String(decoding: JSONValue.string(text).bytes, as: UTF8.self) == written)
    }

    @Test func `any text comes back`() throws {
        var random = SeededRandom(seed: 19)
        for _ in 0..<200 {
            let scalars = (0..<12)
                .compactMap { _ -> Unicode.Scalar? in
                    // Of each length in UTF-8, and most of all those that need an escape.
                    let bits = [0, 4, 8, 16][Int.random(in: 0..<4, using: &random)]
                    return Unicode.Scalar(UInt32.random(in: 0..<0x11_0000, using: &random) >> bits)
                }
            let text = String(String.UnicodeScalarView(scalars))

            let bytes = JSONValue.array([.string(text)]).bytes
            let back = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String]

            #expect(back == [text], "seed 19")
        }
    }
}
