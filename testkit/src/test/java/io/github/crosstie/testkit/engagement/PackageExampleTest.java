package io.github.crosstie.testkit.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.engagement.connector.EngagementCode;
import io.github.crosstie.engagement.connector.UnitEndpoint;
import io.github.crosstie.engagement.memory.InMemoryEngagement;
import io.github.crosstie.engagement.memory.InMemoryLedgers;
import io.github.crosstie.engagement.memory.InMemoryUnit;
import io.github.crosstie.engagement.state.LedgerStore;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.testkit.MutableClock;
import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The lines that the documentation of this package and its types shows. */
class PackageExampleTest {

    private final HttpClient client = LoopbackTest.CLIENT;

    @Test
    @DisplayName("the example of the package runs as it stands")
    void runsAsItStands() {
        MutableClock clock = MutableClock.create();
        try (LoopbackAccountEngagement server = LoopbackAccountEngagement.start(clock)) {
            EngagementUserId ada = server.unit().add(UserValues.NONE.with(UserField.EMAIL_ADDRESS, "ada@acme.example"));
            server.unit().recycle(ada);
            server.faults().next().refuse(EngagementCode.DAILY_LIMIT);

            UnitEndpoint users = server.api(client).build().open(server.unit().id());

            assertThatThrownBy(() -> users.list(null)).isInstanceOf(ThrottledException.class);
            clock.advance(Duration.ofDays(1));
            assertThat(users.list(null).users())
                    .extracting(EngagementUser::recycled)
                    .containsExactly(true);
        }
    }

    @Test
    @DisplayName("faults one by one")
    void faults() {
        MutableClock clock = MutableClock.create();
        try (LoopbackAccountEngagement server = LoopbackAccountEngagement.start(clock)) {
            // spotless:off
            server.faults().next().refuse(EngagementCode.DAILY_LIMIT);
            server.faults().next().breakOff();
            server.faults().throttleUntil(clock.instant().plusSeconds(60), EngagementCode.MINUTE_LIMIT);
            // spotless:on

            assertThat(server.requests()).isEmpty();
        }
    }

    private static final BusinessUnitId UNIT = new BusinessUnitId("0Uv000000000001AAA");

    // spotless:off
    @Nested
    class MyTargetTest extends EngagementTargetContract {
        private final InMemoryEngagement system = InMemoryEngagement.create(MutableClock.create());
        private final InMemoryUnit unit = system.unit(UNIT).pageSize(3);

        @Override
        protected UnitEndpoint open() {
            return system.open(UNIT);
        }

        @Override
        protected EngagementUserId add(UserValues values, boolean recycled) {
            EngagementUserId id = unit.add(values); // as an administrator does, past the endpoint
            if (recycled) {
                unit.recycle(id);
            }
            return id;
        }
    }

    @Nested
    class MyLedgersTest extends LedgerStoreContract {
        private final InMemoryLedgers database = InMemoryLedgers.create();

        @Override
        protected LedgerStore open() {
            return database;
        }

        @Override
        protected LedgerStore openAgain(LedgerStore store) {
            return database; // a durable one: close it, and open it anew
        }
    }
    // spotless:on
}
