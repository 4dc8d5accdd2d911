package io.github.crosstie.testkit.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.engagement.api.AccountEngagementApi;
import io.github.crosstie.engagement.connector.UnitEndpoint;
import io.github.crosstie.engagement.connector.UnitListing;
import io.github.crosstie.engagement.connector.UserPage;
import io.github.crosstie.engagement.connector.UserWrite;
import io.github.crosstie.engagement.connector.UserWriteOutcome;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.fault.InvalidInputException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiReadingTest extends LoopbackTest {

    @Test
    @DisplayName("U: names the fields on every read, asks for recycled users, and for pages of 1,000")
    void asksAsTheApiWantsToBeAsked() {
        server.longestListing(10_000);
        for (int user = 0; user < 1_001; user++) {
            add("user" + user);
        }
        UnitListing listing = listing(server.api(CLIENT).build().open(unit.id()));

        assertThat(listing.users()).hasSize(1_001);
        assertThat(server.requests()).hasSize(2).allSatisfy(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.target()).contains("?fields=id%2CisDeleted%2CsalesforceId%2Cusername");
            assertThat(request.unit()).isEqualTo(unit.id().value());
        });
        assertThat(server.requests().get(0).target()).contains("deleted=all", "limit=1000", "orderBy=id");
        assertThat(server.requests().get(1).target()).doesNotContain("deleted", "limit", "orderBy");
    }

    @Test
    @DisplayName("declares that it writes nothing, shows neither phone nor time zone, and may be a minute behind")
    void declaresWhatItCanDo() {
        assertThat(open().capabilities().writes()).isEmpty();
        assertThat(open().capabilities().fields())
                .containsExactlyInAnyOrder(
                        UserField.SALESFORCE_ID,
                        UserField.CRM_USERNAME,
                        UserField.EMAIL_ADDRESS,
                        UserField.FIRST_NAME,
                        UserField.LAST_NAME,
                        UserField.TITLE,
                        UserField.ROLE);
        assertThat(open().capabilities().staleness()).isEqualTo(Duration.ofSeconds(60));
        assertThat(open().roles()).isEmpty();
    }

    @Test
    @DisplayName("U: refuses writes one by one, sends nothing, and says what to do instead")
    void refusesWrites() {
        EngagementUserId ada = add("Ada");

        List<UserWriteOutcome> outcomes =
                open().write(List.of(new UserWrite.Recycle(ada), new UserWrite.Create(user("Bea"))));

        assertThat(outcomes)
                .hasSize(2)
                .allSatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(UserWriteOutcome.Rejected.class, rejected -> {
                            assertThat(rejected.permanent()).isTrue();
                            assertThat(rejected.message()).contains("export the change list");
                        }));
        assertThat(server.requests()).isEmpty();
    }

    @Test
    @DisplayName("reads ids digit by digit, beyond what numbers hold")
    void readsIdsDigitByDigit() {
        server.faults()
                .next()
                .answer(
                        200,
                        "application/json",
                        "{\"values\":[{\"id\":90071992547409931234567,\"isDeleted\":\"true\",\"surprise\":[{}]}]}");

        List<EngagementUser> users = open().list(null).users();

        assertThat(users)
                .extracting(EngagementUser::id)
                .containsExactly(new EngagementUserId("90071992547409931234567"));
        assertThat(users).extracting(EngagementUser::recycled).containsExactly(true);
    }

    @Test
    @DisplayName("G3: does not call a listing complete that the API itself has cut off")
    void doesNotBelieveACutListing() {
        for (String name : List.of("Ada", "Bea", "Cleo", "Dora", "Emmy")) {
            add(name);
        }
        server.longestListing(4);

        UnitListing listing = listing(open());

        assertThat(listing.users()).hasSize(4);
        assertThat(listing.complete()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"203", "203 - more users than a listing shows", "299", "100,203"})
    @DisplayName("G3: does not call a listing complete of which any page came with a warning, whichever it is")
    void doesNotBelieveAListingWithAWarning(String warnings) {
        for (String name : List.of("Ada", "Bea", "Cleo", "Dora", "Emmy")) {
            add(name);
        }
        UnitEndpoint endpoint = server.api(CLIENT).pageSize(3).build().open(unit.id());
        server.faults().next().warn(warnings.split(",", -1));

        UnitListing warned = listing(endpoint);
        UnitListing next = listing(endpoint);

        assertThat(warned.users()).hasSize(5);
        assertThat(warned.complete()).isFalse();
        assertThat(next.complete()).isTrue();
    }

    @Test
    @DisplayName("G3: does not call a listing complete whose last page came with a second warning")
    void readsEveryWarningOfTheLastPage() {
        add("Ada");
        server.faults().next().warn("100", "203");

        assertThat(listing(open()).complete()).isFalse();
    }

    @Test
    @DisplayName(
            "210: starts a listing over whose page token has expired, and gives up when that happens again and again")
    void startsAnExpiredListingOver() {
        for (String name : List.of("Ada", "Bea", "Cleo", "Dora")) {
            add(name);
        }
        UnitEndpoint endpoint = open();
        UserPage first = endpoint.list(null);
        clock.advance(Duration.ofHours(5));

        assertThatThrownBy(() -> endpoint.list(first.next())).isInstanceOf(CursorExpiredException.class);
        assertThat(listing(endpoint).users()).hasSize(4);
    }

    @Test
    @DisplayName("210: gives up after three listings whose page tokens expired")
    void givesUpWhenTokensKeepExpiring() {
        for (String name : List.of("Ada", "Bea", "Cleo", "Dora")) {
            add(name);
        }
        UnitEndpoint expiring = server.api(CLIENT).pageSize(3).build().open(unit.id());
        UnitEndpoint endpoint = new ExpiringEndpoint(expiring, server);

        assertThatThrownBy(() -> listing(endpoint)).isInstanceOf(CursorExpiredException.class);

        assertThat(server.requests()).hasSize(6);
    }

    @Test
    @DisplayName("gives the very same user again when it reads the same, and another when it does not")
    void givesTheSameUserAgain() {
        add("Ada");
        EngagementUserId bea = add("Bea");
        AccountEngagementApi api = server.api(CLIENT).pageSize(1).build();
        List<EngagementUser> before = listing(api.open(unit.id())).users();
        unit.edit(bea, UserField.TITLE, "Poet");

        List<EngagementUser> after = listing(api.open(unit.id())).users();

        assertThat(after.get(0)).isSameAs(before.get(0));
        assertThat(after.get(1).values().get(UserField.TITLE)).contains("Poet");
    }

    @Test
    @DisplayName("lists a unit twice at the same time, each listing by itself")
    void listsTwiceAtTheSameTime() {
        add("Ada");
        add("Bea");
        AccountEngagementApi api = server.api(CLIENT).pageSize(1).build();
        UnitEndpoint one = api.open(unit.id());
        UserPage first = one.list(null);

        UnitListing other = listing(api.open(unit.id()));

        assertThat(other.users()).hasSize(2);
        assertThat(one.list(first.next()).users()).containsExactly(other.users().get(1));
    }

    @Test
    @DisplayName("U21: takes no username for one of the CRM where nobody of the CRM is behind it")
    void takesNoUsernameOfSomebodyUnmapped() {
        unit.add(user("Ada").with(UserField.SALESFORCE_ID, null));

        List<EngagementUser> users = open().list(null).users();

        assertThat(users).extracting(EngagementUser::isMapped).containsExactly(false);
        assertThat(users.get(0).values().get(UserField.EMAIL_ADDRESS)).contains("Ada@acme.example");
    }

    @Test
    @DisplayName("shows what was there up to a minute before, as the system itself does")
    void showsStaleReads() {
        EngagementUserId ada = add("Ada");
        server.faults().staleReads();
        clock.advance(Duration.ofSeconds(1));
        unit.recycle(ada);
        clock.advance(Duration.ofSeconds(59));

        assertThat(open().list(null).users())
                .extracting(EngagementUser::recycled)
                .containsExactly(false);
        clock.advance(Duration.ofSeconds(1));
        assertThat(open().list(null).users())
                .extracting(EngagementUser::recycled)
                .containsExactly(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0Uv5f0000008OIs", "0055f0000008OIsCAM", "0Uv5f0000008OIsC\rM", "nonsense"})
    @DisplayName("refuses an id that no business unit can have, without showing it")
    void refusesAnIdThatIsNone(String id) {
        assertThatThrownBy(() -> server.api(CLIENT).build().open(new BusinessUnitId(id)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageNotContaining(id);
    }
}
