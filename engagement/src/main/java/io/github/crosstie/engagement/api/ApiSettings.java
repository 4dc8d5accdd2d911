package io.github.crosstie.engagement.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;

/** How the API is reached; checked by the builder that made it. */
record ApiSettings(
        HttpClient client,
        TokenProvider tokens,
        Clock clock,
        URI service,
        Duration deadline,
        int concurrency,
        int pageSize,
        ZoneId accountZone) {}
