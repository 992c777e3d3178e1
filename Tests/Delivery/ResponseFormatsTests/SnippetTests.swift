import Testing

@testable import ResponseFormats

/// The URL of a program, and how it goes into program text.
@Suite struct SnippetTests {
    @Test func `a link has another format and keeps the rest`() {
        let link = SnippetLink(
            "https://example.org/base/v1/data?area=K%C3%B8ge&format=code:r&area=101&lang=en",
            format: "csv"
        )

        #expect(
            link.url
                == "https://example.org/base/v1/data?area=K%C3%B8ge&area=101&lang=en&format=csv"
        )
        #expect(link.host == "https://example.org")
        #expect(link.path == "base/v1/data")
        #expect(link.parameters.map(\.name) == ["area", "lang", "format"])
        #expect(link.parameters.map(\.values) == [["Køge", "101"], ["en"], ["csv"]])
    }

    @Test func `a link without a query gets one`() {
        let link = SnippetLink("http://127.0.0.1:8080/v1/indicators/y25i01/data", format: "csv")

        #expect(link.url == "http://127.0.0.1:8080/v1/indicators/y25i01/data?format=csv")
        #expect(link.host == "http://127.0.0.1:8080")
    }

    @Test func `a stray percent sign stays as it is`() {
        let link = SnippetLink("https://example.org/v1?a=5%&b=%zz&c=%2", format: "csv")

        #expect(link.parameters.map(\.values) == [["5%"], ["%zz"], ["%2"], ["csv"]])
    }

    @Test(arguments: [
        ("a\"b", "\"a\"\"b\""), ("#(lf)", "\"#(#)(lf)\""), ("#", "\"#\""), ("", "\"\""),
    ])
    func `Power Query reads a literal as it was meant`(text: String, literal: String) {
        #expect(text.asPowerQueryText == literal)
    }

    @Test func `quotation marks and backslashes end no literal`() {
        #expect(#"a"b\c"#.escapedForQuotes == #"a\"b\\c"#)
    }
}
