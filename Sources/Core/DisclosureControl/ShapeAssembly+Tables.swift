extension ShapeAssembly {
    /// Appends the table of one family for each crossed dimension, and its equations.
    mutating func append(choice: [MemberTree.Family?], areas: AreaTree) {
        let plan = TablePlan(of: choice, axes: axes)
        appendEquations(plan, areas: areas)
        let isAttackable = plan.lines.allSatisfy { $0.children.count > 1 }
        let isSingle = areas.places.count == 1
        switch (plan.lines.count, isSingle) {
        case _ where !isAttackable || plan.lines.count > 3 || (plan.lines.count == 3 && !isSingle):
            tables.append(.whole(wholeTable(plan, areas: areas, isAttackable: isAttackable)))
        case (0...1, _): tables.append(.graph(areaTable(plan, areas: areas)))
        case (2, true): tables.append(.graph(crossedTable(plan, areas: areas)))
        case (2, false): tables.append(.slices(areaSlices(plan, areas: areas)))
        default: tables.append(.slices(memberSlices(plan, areas: areas)))
        }
    }

    /// A table of areas by at most one family.
    private func areaTable(_ plan: TablePlan, areas: AreaTree) -> GraphTable {
        let columns = plan.lines.first?.children ?? [0]
        let isLined = !plan.lines.isEmpty
        var totals: [Int32] = [-1]
        var groupNodes = [Int](repeating: 0, count: areas.places.count)
        for area in areas.places.indices where !areas.children[area].isEmpty {
            groupNodes[area] = totals.count
            for column in columns.indices {
                totals.append(cell(plan, areas, area, isLined ? [columns[column]] : []))
            }
        }
        var plus: [Int32] = []
        var minus: [Int32] = []
        var cells: [Int32] = []
        var margins: [Int32] = []
        for area in areas.places.indices {
            let isLeaf = areas.children[area].isEmpty
            let margin = isLined ? cell(plan, areas, area, [plan.lines[0].parent]) : -1
            let line = isLeaf && isLined ? totals.count : 0
            if isLeaf && isLined { totals.append(margin) }
            for column in columns.indices {
                cells.append(cell(plan, areas, area, isLined ? [columns[column]] : []))
                margins.append(margin)
                minus.append(Int32(isLeaf ? line : groupNodes[area] + column))
                let parent = areas.parents[area]
                plus.append(Int32(parent < 0 ? 0 : groupNodes[parent] + column))
            }
        }
        return GraphTable(
            topology: Topology(nodeCount: totals.count, plus: plus, minus: minus),
            cells: cells,
            totals: totals,
            margins: isLined ? [margins] : [],
            isAttackable: true
        )
    }

    /// A table of two families in one area.
    private func crossedTable(_ plan: TablePlan, areas: AreaTree) -> GraphTable {
        let slot = slot(plan, areas, 0, rows: plan.lines[0], columns: plan.lines[1], parent: -1)
        return GraphTable(
            topology: Topology(
                rows: plan.lines[0].children.count,
                columns: plan.lines[1].children.count
            ),
            cells: slot.cells,
            totals: slot.totals,
            margins: slot.margins,
            isAttackable: true
        )
    }

    /// A table of two families in several areas.
    private func areaSlices(_ plan: TablePlan, areas: AreaTree) -> SliceTable {
        let slots = areas.places.indices.map { area in
            slot(
                plan,
                areas,
                area,
                rows: plan.lines[0],
                columns: plan.lines[1],
                parent: areas.parents[area],
                isLeaf: areas.children[area].isEmpty
            )
        }
        return SliceTable(
            topology: Topology(
                rows: plan.lines[0].children.count,
                columns: plan.lines[1].children.count
            ),
            slots: slots,
            root: areas.root
        )
    }

    /// A table of three families in one area, cut along the shortest.
    private func memberSlices(_ plan: TablePlan, areas: AreaTree) -> SliceTable {
        let counts = plan.lines.map(\.children.count)
        let cut = counts.indices.min { counts[$0] < counts[$1] } ?? 0
        var others = plan.lines
        let axis = others.remove(at: cut)
        let slots = axis.children.map { member in
            let fixed = plan.fixing(cut, at: member)
            var slot = slot(
                fixed,
                areas,
                0,
                rows: others[0],
                columns: others[1],
                parent: -1
            )
            let across = plan.fixing(cut, at: axis.parent)
            let margin = self.slot(
                across,
                areas,
                0,
                rows: others[0],
                columns: others[1],
                parent: -1
            )
            slot = SliceTable.Slot(
                cells: slot.cells,
                totals: slot.totals,
                margins: slot.margins + [margin.cells],
                parent: -1,
                isLeaf: true
            )
            return slot
        }
        return SliceTable(
            topology: Topology(rows: others[0].children.count, columns: others[1].children.count),
            slots: slots,
            root: -1
        )
    }

    private func slot(
        _ plan: TablePlan,
        _ areas: AreaTree,
        _ area: Int,
        rows: TablePlan.Line,
        columns: TablePlan.Line,
        parent: Int,
        isLeaf: Bool = true
    ) -> SliceTable.Slot {
        let rowTotals = rows.children.map { cell(plan, areas, area, [$0, columns.parent]) }
        let columnTotals = columns.children.map { cell(plan, areas, area, [rows.parent, $0]) }
        var cells: [Int32] = []
        var margins: [[Int32]] = [[], []]
        for row in rows.children.indices {
            for column in columns.children.indices {
                cells.append(
                    cell(plan, areas, area, [rows.children[row], columns.children[column]])
                )
                margins[0].append(rowTotals[row])
                margins[1].append(columnTotals[column])
            }
        }
        return SliceTable.Slot(
            cells: cells,
            totals: rowTotals + columnTotals,
            margins: margins,
            parent: parent,
            isLeaf: isLeaf
        )
    }

    private func wholeTable(
        _ plan: TablePlan,
        areas: AreaTree,
        isAttackable: Bool
    ) -> WholeTable {
        var cells: [Int32] = []
        var margins = [[Int32]](repeating: [], count: plan.lines.count)
        for area in areas.places.indices {
            for members in plan.combinations() {
                cells.append(cell(plan, areas, area, members))
                for line in plan.lines.indices {
                    var total = members
                    total[line] = plan.lines[line].parent
                    margins[line].append(cell(plan, areas, area, total))
                }
            }
        }
        return WholeTable(cells: cells, margins: margins, isTwin: !isAttackable)
    }

    private mutating func appendEquations(_ plan: TablePlan, areas: AreaTree) {
        for area in areas.places.indices {
            for line in plan.lines.indices {
                for members in plan.combinations(atTotalOf: line) {
                    equationCells.append(cell(plan, areas, area, members))
                    for child in plan.lines[line].children {
                        var part = members
                        part[line] = child
                        equationCells.append(cell(plan, areas, area, part))
                    }
                    equationStarts.append(Int32(equationCells.count))
                }
            }
            guard !areas.children[area].isEmpty else { continue }
            for members in plan.combinations() {
                equationCells.append(cell(plan, areas, area, members))
                for child in areas.children[area] {
                    equationCells.append(cell(plan, areas, child, members))
                }
                equationStarts.append(Int32(equationCells.count))
            }
        }
    }

    private func cell(
        _ plan: TablePlan,
        _ areas: AreaTree,
        _ area: Int,
        _ members: [Int]
    ) -> Int32 {
        cell(plan.combination(areas.places[area] * axes[0].stride, members))
    }
}
