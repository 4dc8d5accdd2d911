package io.github.crosstie.testkit.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.engagement.api.AccountEngagementApi;
import io.github.crosstie.engagement.connector.EngagementCode;
import io.github.crosstie.engagement.connector.UnitEndpoint;
import io.github.crosstie.engagement.connector.UserPage;
import io.github.crosstie.fault.ThrottledException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ApiLimitsTest extends LoopbackTest {

    @Test
    @DisplayName("U: has five requests of a unit under way and no sixth, however many threads list")
    void keepsFiveRequestsUnderWay() throws Exception {
        add("Ada");
        AccountEngagementApi api = server.api(CLIENT).build();
        server.faults().holdRequests();

        List<UserPage> pages = listAtOnce(12, api, () -> server.faults().awaitHeld(5));

        assertThat(pages)
                .hasSize(12)
                .allSatisfy(page -> assertThat(page.users()).hasSize(1));
        assertThat(server.mostAtOnce()).isEqualTo(5);
        assertThat(server.tooManyAtOnce()).isZero();
    }

    @Test
    @DisplayName("has fewer requests under way where others call the unit, too")
    void keepsFewerRequestsUnderWay() throws Exception {
        AccountEngagementApi api = server.api(CLIENT).concurrency(2).build();
        server.faults().holdRequests();

        listAtOnce(6, api, () -> server.faults().awaitHeld(2));

        assertThat(server.mostAtOnce()).isEqualTo(2);
    }

    /** Lists by as many threads, and lets go of the requests once enough wait. */
    private List<UserPage> listAtOnce(int threads, AccountEngagementApi api, Runnable enough) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<UserPage>> listings = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                listings.add(executor.submit(() -> api.open(unit.id()).list(null)));
            }
            enough.run();
            server.faults().releaseRequests();
            List<UserPage> pages = new ArrayList<>();
            for (Future<UserPage> listing : listings) {
                pages.add(listing.get());
            }
            return pages;
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    @DisplayName("122: stops until the account's next day begins, in its own zone")
    void stopsUntilTheNextDayOfTheAccount() {
        UnitEndpoint endpoint = server.api(CLIENT)
                .accountZone(ZoneId.of("America/New_York"))
                .build()
                .open(unit.id());
        server.faults().next().refuse(EngagementCode.DAILY_LIMIT);

        assertThrottled(() -> endpoint.list(null), Instant.parse("2026-03-03T05:00:00Z"));
    }

    @Test
    @DisplayName("202: stops for a minute")
    void stopsForAMinute() {
        UnitEndpoint endpoint = open();
        server.faults().next().refuse(EngagementCode.MINUTE_LIMIT);

        assertThrottled(() -> endpoint.list(null), clock.instant().plusSeconds(60));
    }

    @Test
    @DisplayName("66: stops for some seconds when others have used up the lanes")
    void stopsForSomeSeconds() {
        UnitEndpoint endpoint = open();
        server.faults().next().refuse(EngagementCode.CONCURRENCY);

        assertThrottled(() -> endpoint.list(null), clock.instant().plusSeconds(10));
    }

    @Test
    @DisplayName("calls nobody before the moment it was told, from no endpoint of the unit, and then goes on")
    void callsNobodyTooEarly() {
        add("Ada");
        AccountEngagementApi api = server.api(CLIENT).build();
        Instant moment = clock.instant().plusSeconds(60);
        server.faults().throttleUntil(moment, EngagementCode.MINUTE_LIMIT);
        assertThrottled(() -> api.open(unit.id()).list(null), moment);
        clock.advance(Duration.ofSeconds(59));

        assertThrottled(() -> api.open(unit.id()).list(null), moment);
        clock.advance(Duration.ofSeconds(1));
        UserPage page = api.open(unit.id()).list(null);

        assertThat(page.users()).hasSize(1);
        assertThat(server.faults().calledTooEarly()).isZero();
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    @DisplayName("lets one unit's limit stop no other")
    void letsOneUnitsLimitStopNoOther() {
        LoopbackUnit other = server.unit(new BusinessUnitId("0Uv5f0000008OIsCAN"));
        AccountEngagementApi api = server.api(CLIENT).build();
        server.faults().next().refuse(EngagementCode.DAILY_LIMIT);
        assertThatThrownBy(() -> api.open(unit.id()).list(null)).isInstanceOf(ThrottledException.class);

        UserPage page = api.open(other.id()).list(null);

        assertThat(page.complete()).isTrue();
    }

    private static void assertThrottled(ThrowingCallable call, Instant until) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ThrottledException.class,
                        throttled -> assertThat(throttled.retryAt()).isEqualTo(until))
                .hasMessageContaining(until.toString());
    }
}
