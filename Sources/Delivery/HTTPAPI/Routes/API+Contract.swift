internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import StatisticsModel
internal import StatisticsService

extension API {
    /// `GET /openapi.yaml`.
    func contractYAML(_ request: APIRequest) async throws(Problem) -> Response {
        try contract(request, Contract.yaml, "application/yaml")
    }

    /// `GET /openapi.json`.
    func contractJSON(_ request: APIRequest) async throws(Problem) -> Response {
        try contract(request, Contract.json, "application/json")
    }

    private func contract(
        _ request: APIRequest,
        _ bytes: [UInt8],
        _ type: String
    ) throws(Problem) -> Response {
        try ParameterList(request.query, in: .query).refuseRest(allowed: [])
        let freshness = Freshness(isPinned: false, now: service.currentInstant())
        let tag = freshness.entityTag(TagHash.hex(of: [bytes]))
        var headers: HTTPFields = [
            .eTag: tag, .cacheControl: freshness.cacheControl, .vary: "Accept",
        ]
        if Freshness.isKnown(tag, request.headers[.ifNoneMatch]) {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = type
        return Response(
            status: .ok,
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}
