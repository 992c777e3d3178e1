extension API {
    /// All operations, in the order of `openapi.yaml`.
    var routes: [Route] {
        [
            .get("/v1", root),
            .get("/v1/subjects", subjects),
            .get("/v1/indicators", indicators),
            .get("/v1/indicators/{indicator}", indicator),
            .get("/v1/indicators/{indicator}/versions", indicatorVersions),
            .get("/v1/indicators/{indicator}/data", indicatorData),
            .post("/v1/indicators/{indicator}/data", indicatorData),
            .get("/v1/data", joinedData),
            .post("/v1/data", joinedData),
            .get("/v1/dimensions", dimensions),
            .get("/v1/dimensions/{dimension}", dimension),
            .get("/v1/areas/{area}", area),
            .get("/v1/funds/{fund}", fund),
            .get("/v1/snapshots", snapshots),
            .get("/v1/snapshots/{snapshot}", snapshot),
            .get("/v1/snapshots/{snapshot}/manifest", manifest),
        ] + mirrorRoutes + [
            .get("/v1/config", config),
            .get("/openapi.yaml", contractYAML),
            .get("/openapi.json", contractJSON),
            .get("/health/live", live),
            .get("/health/ready", ready),
            .get("/problems/{code}", problem),
        ]
    }

    /// The operations that answer from the snapshot in their path.
    private var mirrorRoutes: [Route] {
        let base = "/v1/snapshots/{snapshot}"
        return [
            .get("\(base)/subjects", subjects),
            .get("\(base)/indicators", indicators),
            .get("\(base)/indicators/{indicator}", indicator),
            .get("\(base)/indicators/{indicator}/data", indicatorData),
            .post("\(base)/indicators/{indicator}/data", indicatorData),
            .get("\(base)/data", joinedData),
            .post("\(base)/data", joinedData),
            .get("\(base)/dimensions", dimensions),
            .get("\(base)/dimensions/{dimension}", dimension),
            .get("\(base)/areas/{area}", area),
            .get("\(base)/funds/{fund}", fund),
        ]
    }
}
