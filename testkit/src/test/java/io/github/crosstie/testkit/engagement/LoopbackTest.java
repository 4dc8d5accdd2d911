package io.github.crosstie.testkit.engagement;

import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.engagement.connector.UnitEndpoint;
import io.github.crosstie.engagement.connector.UnitListing;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import io.github.crosstie.testkit.MutableClock;
import java.net.http.HttpClient;
import org.junit.jupiter.api.AfterEach;

/** A server of its own for each test, and the real client onto it. */
abstract class LoopbackTest {

    /** One for all tests: each client of the JDK brings a thread. */
    static final HttpClient CLIENT = HttpClient.newHttpClient();

    final MutableClock clock = MutableClock.create();
    final LoopbackAccountEngagement server = LoopbackAccountEngagement.start(clock);
    final LoopbackUnit unit = server.unit();

    @AfterEach
    void close() {
        server.close();
    }

    /** An endpoint with pages of three. */
    UnitEndpoint open() {
        return server.api(CLIENT).pageSize(3).build().open(unit.id());
    }

    UnitListing listing(UnitEndpoint endpoint) {
        return UnitListing.read(unit.id(), endpoint, clock.instant());
    }

    EngagementUserId add(String name) {
        return unit.add(user(name));
    }

    static UserValues user(String name) {
        return UserValues.NONE
                .with(UserField.SALESFORCE_ID, ("0055f" + name + "0000000000000").substring(0, 18))
                .with(UserField.CRM_USERNAME, name + "@acme.example.crm")
                .with(UserField.EMAIL_ADDRESS, name + "@acme.example")
                .with(UserField.FIRST_NAME, name)
                .with(UserField.LAST_NAME, "Lovelace")
                .with(UserField.TITLE, "Countess")
                .with(UserField.ROLE, EngagementRole.MARKETING.name());
    }
}
