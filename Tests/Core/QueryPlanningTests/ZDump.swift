import QueryPlanning
import StatisticsModel
import Testing
@Suite struct ZDump {
    @Test func dump() {
        let p = QueryPlanner.july2026()
        let qs: [([String], [(String, String)])] = [
            (["y01a20"], []),
            (["nothing-like-it"], []),
            (["y01a02"], [("gendr", "M")]),
            (["y01a02"], [("benefitGroup", "DP")]),
            (["y01a02"], [("area", "Kobenhavm")]),
            (["y01a02"], [("gender", "xxxxxx")]),
            (["y10a01"], [("fund", "D10")]),
            (["y10a01"], [("area", "837")]),
            (["y99a01"], [("area", "level:regon")]),
            (["y01a02"], [("gender", "level:x")]),
            (["y01a02"], [("area", "in:zzzzzzz")]),
            (["y01a02"], [("gender", "children:M")]),
            (["y01a02"], [("area", "cluster:5")]),
            (["y01a02"], [("area", "peers:101")]),
            (["y01a02"], [("area", String(repeating: "x", count: 65))]),
            (["y01a02"], [("measure", "")]),
            (["y01a02"], [("period", "2026M13")]),
            (["y01a02"], [("period", "2030")]),
            (["y01a02"], [("period", "2026M05..2026M01")]),
            (["y01a02"], [("period", "Q:2026..2024")]),
            (["y01a02"], [("period", "2026M01,2026Q01")]),
            (["y01a02"], [("period", "QMAT:latest")]),
            (["y01a02"], [("measure", "Antal personr")]),
            (["y01a02"], [("sort", "-person")]),
            (["y01a02"], [("limit", "ti")]),
            (["y01a02"], [("area", "101"), ("age", "30-")]),
            (["y01a02", "y25i01"], [("gender", "M")]),
            (["y01a02", "y10a01"], []),
        ]
        for (i, q) in qs {
            for x in p.problems(.asking(i, q)) {
                print("@@\(i)|\(q)|\(x.kind)|\(x.suggestion ?? "nil")|\(x.detail.danish)|\(x.detail.english ?? "nil")")
            }
        }
    }
}
