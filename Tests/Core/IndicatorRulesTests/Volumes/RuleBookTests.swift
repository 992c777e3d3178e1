import IndicatorRules
import StatisticsModel
import Tallies
import Testing

@Suite struct RuleBookTests {
    private let book = RuleBook(context: RuleContext(units: UnitDirectory()))

    @Test
    func `every indicator has one rule, is derived, is awaited, or has a reason for having none`()
        throws
    {
        let catalogue = try RuleTrial.catalogue.get()

        let ruled = book.rules.map(\.spec.indicator)
        let absent = RuleBook.withoutFigures.map(\.indicator)
        let derived = RuleBook.derived.map(\.target)

        let all = ruled + absent + derived + RuleBook.awaited
        #expect(Set(all).count == all.count)
        #expect(Set(all).sorted() == catalogue.indicators.map(\.id).sorted())
    }

    @Test func `every measure of a rule is one of its indicator, and none is forgotten`() throws {
        let catalogue = try RuleTrial.catalogue.get()
        // What a model of the population expects, and what follows from it, no register has.
        let modelled = [
            "y30r21": [
                "expectedPersons", "expectedShare", "difference", "differencePoints", "rank",
            ]
        ]

        for rule in book.rules {
            let indicator = catalogue.indicator(rule.spec.indicator)
            let known = indicator?.measures.map(\.id.text) ?? []
            let missing = modelled[rule.spec.indicator.text] ?? []
            let formed = rule.spec.measures.map(\.measure.text)

            #expect(
                Set(formed).sorted() == Set(known).subtracting(missing).sorted(),
                "\(rule.spec.indicator)"
            )
            #expect(formed.count == Set(formed).count)
        }
    }

    @Test func `what is derived names indicators and measures that there are`() throws {
        let catalogue = try RuleTrial.catalogue.get()

        for series in RuleBook.derived {
            let source = catalogue.indicator(series.source)
            let target = catalogue.indicator(series.target)

            #expect(source?.measures.contains { $0.id == series.sourceMeasure } == true)
            #expect(source?.dimensions.contains { $0.id == series.dimension } == true)
            #expect(target?.dimensions.contains { $0.id == series.dimension } == true)
            #expect(target?.measures.map(\.id) == series.measures.map(\.measure))
        }
    }

    @Test func `every reason is told in both languages`() {
        for (indicator, reason) in RuleBook.withoutFigures {
            #expect(!reason.danish.isEmpty, "\(indicator)")
            #expect(reason.english?.isEmpty == false, "\(indicator)")
        }
    }
}
