internal import HTTPTypes
internal import QueryPlanning
internal import StatisticsModel

/// All kinds of problem; the raw value is the stable code, and names a page that explains it.
enum ProblemCode: String, CaseIterable, Sendable {
    case malformedQuery
    case invalidQuery
    case invalidBody
    case invalidValue
    case emptyValue
    case unknownParameter
    case unknownMember
    case unknownLevel
    case unknownMeasure
    case invalidPeriod
    case mixedPeriodTypes
    case unavailablePeriodType
    case noCrossing
    case dimensionNotShared
    case unsupportedSelection
    case conflictingSelectors
    case futureInstant
    case unknownPath
    case unknownIndicator
    case unknownDimension
    case unknownArea
    case unknownFund
    case unknownSnapshot
    case beforeFirstSnapshot
    case unknownProblem
    case methodNotAllowed
    case notAcceptable
    case bodyTooLarge
    case urlTooLong
    case unsupportedEncoding
    case headersTooLarge
    case internalError
    case damaged
    case unavailable
    case nothingPublished

    /// The code of a problem that planning found.
    init(_ kind: QueryProblem.Kind) {
        switch kind {
        case .unknownIndicator: self = .unknownIndicator
        case .unknownParameter: self = .unknownParameter
        case .unknownMember: self = .unknownMember
        case .unknownLevel: self = .unknownLevel
        case .unknownMeasure: self = .unknownMeasure
        case .invalidPeriod: self = .invalidPeriod
        case .mixedPeriodTypes: self = .mixedPeriodTypes
        case .unavailablePeriodType: self = .unavailablePeriodType
        case .emptyValue: self = .emptyValue
        case .invalidValue: self = .invalidValue
        case .noCrossing: self = .noCrossing
        case .dimensionNotShared: self = .dimensionNotShared
        case .unsupportedSelection: self = .unsupportedSelection
        }
    }

    /// The status of an answer.
    var status: HTTPResponse.Status {
        switch self {
        case .unknownPath, .unknownIndicator, .unknownDimension, .unknownArea, .unknownFund,
            .unknownSnapshot, .beforeFirstSnapshot, .unknownProblem:
            .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .notAcceptable: .notAcceptable
        case .bodyTooLarge: .contentTooLarge
        case .urlTooLong: .uriTooLong
        case .unsupportedEncoding: .unsupportedMediaType
        case .headersTooLarge: .requestHeaderFieldsTooLarge
        case .internalError: .internalServerError
        case .damaged, .unavailable, .nothingPublished: .serviceUnavailable
        default: .badRequest
        }
    }
}
