import ResponseFormats
import StatisticsFixtures
import StatisticsModel
import Testing

/// What a reader is told beside the figures.
@Suite struct AnswerNotesTests {
    private static let published = "Tallene for y25i01 vises, som kilden har offentliggjort dem."

    private func notes(
        _ question: String,
        _ answers: Answers,
        in language: Language = .danish
    ) async throws -> [String] {
        let text = try await answers.text(question, AnswerForm(language: language))
        return try #require(try Fields.object(text)["notes"] as? [String])
    }

    @Test func `figures that somebody else published are told`() async throws {
        let notes = try await notes("y25i01?period=latest", try await Answers())

        #expect(notes == [Self.published])
    }

    @Test func `a snapshot's remarks stand first`() async throws {
        var delivered = Delivered.small
        delivered.notes = #""notes": [{"da": "Opdigtede tal.", "en": "Invented figures."}],"#
        let answers = try await Answers(delivered)

        let danish = try await notes("y25i01?period=latest", answers)
        let english = try await notes("y25i01?period=latest", answers, in: .english)

        #expect(danish == ["Opdigtede tal.", Self.published])
        #expect(english.first == "Invented figures.")
        #expect(english.count == 2)
    }

    @Test func `a remark without English stands in Danish, and that is told`() async throws {
        var delivered = Delivered.small
        delivered.notes = #""notes": [{"da": "Opdigtede tal."}],"#

        let notes = try await notes(
            "y25i01?period=latest",
            try await Answers(delivered),
            in: .english
        )

        #expect(notes.first == "Opdigtede tal.")
        #expect(notes.last == "Where an English text is missing, the Danish one stands in.")
    }

    @Test func `a withdrawn snapshot says so, and what to use`() async throws {
        let withdrawal = Withdrawal(
            at: Answers.releaseAt.adding(seconds: 30),
            reason: "Forkert register.",
            successor: SnapshotID(date: CopenhagenTime.date(at: Answers.releaseAt), number: 2)
        )
        let answers = try await Answers(.small, withdrawal: withdrawal)

        let notes = try await notes("y25i01?period=latest", answers)

        #expect(
            notes.first
                == "Udgivelsen er trukket tilbage: Forkert register. Brug 2026-08-19.2."
        )
    }

    @Test(arguments: [
        ("2025M06..2025M07", true), ("2025M07", true), ("2025M06", false),
    ])
    func `a break is told where it is shown`(periods: String, isShown: Bool) async throws {
        let notes = try await notes("y07a02?period=\(periods)", try await Answers())

        #expect(notes.contains("Databrud 2025M07: Ny ydelsesreform") == isShown)
    }

    @Test func `fewer periods than asked for are told`() async throws {
        let notes = try await notes("y25i01?period=latest:24", try await Answers())

        #expect(notes.contains("Der er 2 perioder, færre end de 24, der blev spurgt om."))
    }

    @Test func `a measure that can't be summed is told where one would sum`() async throws {
        let notes = try await notes("y25i01?benefitGroup=each", try await Answers())

        #expect(notes.contains("Andel af arbejdsstyrken må ikke lægges sammen."))
        #expect(!notes.contains("Fuldtidspersoner må ikke lægges sammen."))
    }

    @Test func `a dimension without a total is told, and what can't be summed`() async throws {
        let answers = try await Answers(.withoutTotal, .withoutTotal())

        let notes = try await notes("y25i01?period=latest", answers)

        #expect(notes.contains("Ydelsesgruppe har ingen total og vises derfor opdelt."))
        #expect(notes.contains("Andel af arbejdsstyrken må ikke lægges sammen."))
    }

    @Test func `a selection without figures is told`() async throws {
        let notes = try await notes("y25i01?area=147&period=latest", try await Answers())

        #expect(notes.contains("Der er ingen tal for dette valg i udgivelsen."))
    }

    @Test(arguments: [(1, true), (3, false)])
    func `a limit that was reached is told`(limit: Int, isTold: Bool) async throws {
        let notes = try await notes("y25i01?limit=\(limit)", try await Answers())

        #expect(notes.contains { $0.hasPrefix("Svaret er begrænset") } == isTold)
    }
}

extension Delivered {
    fileprivate static let withoutTotal = Delivered(
        files: [
            (
                "y25i01",
                """
                area,benefitGroup,period,fulltimePersons,pctWorkforce
                DK,DP,2026M07,77888,2.5
                DK,KTH,2026M07,13695,0.5

                """
            )
        ]
    )
}

extension Catalogue {
    /// The small catalogue, in which benefit groups can't be added up.
    fileprivate static func withoutTotal() -> Catalogue {
        let small = Catalogue.small()
        let dimensions = small.dimensions.map { dimension in
            guard dimension.id.text == "benefitGroup" else { return dimension }
            return Dimension(
                id: dimension.id,
                label: dimension.label,
                description: nil,
                total: nil,
                levels: [],
                members: dimension.members.dropFirst()
                    .map { Member(code: $0.code, label: $0.label) },
                memberships: [],
                sources: dimension.sources
            )
        }
        return Catalogue(
            subjects: small.subjects,
            units: small.units,
            sources: small.sources,
            dimensions: dimensions,
            indicators: small.indicators
        )
    }
}
