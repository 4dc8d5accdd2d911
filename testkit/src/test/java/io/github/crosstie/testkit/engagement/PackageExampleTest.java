package io.github.crosstie.testkit.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.engagement.connector.EngagementCode;
import io.github.crosstie.engagement.connector.UnitEndpoint;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.testkit.MutableClock;
import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The lines of package-info.java. */
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
}
