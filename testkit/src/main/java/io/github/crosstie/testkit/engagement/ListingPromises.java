package io.github.crosstie.testkit.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.engagement.connector.EngagementCapabilities;
import io.github.crosstie.engagement.connector.PageToken;
import io.github.crosstie.engagement.connector.UnitEndpoint;
import io.github.crosstie.engagement.connector.UserPage;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import io.github.crosstie.fault.CursorExpiredException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every endpoint promises of its listings. */
abstract class ListingPromises {

    abstract UnitEndpoint opened();

    abstract EngagementUserId added(UserValues values, boolean recycled);

    abstract UserValues sampleOf(String name);

    abstract void settled();

    abstract boolean pageTokensExpired();

    /** The values that the endpoint can show of some. */
    static UserValues shown(UserValues values, EngagementCapabilities able) {
        UserValues shown = values;
        for (UserField field : UserField.values()) {
            shown = able.fields().contains(field) ? shown : shown.with(field, null);
        }
        return shown;
    }

    /** All users, page by page; the last page must prove that they are all. */
    static List<EngagementUser> everybody(UnitEndpoint endpoint) {
        List<EngagementUser> users = new ArrayList<>();
        Set<PageToken> seen = new HashSet<>();
        @Nullable PageToken token = null;
        UserPage page;
        do {
            page = endpoint.list(token);
            users.addAll(page.users());
            token = page.next();
            assertThat(token == null || seen.add(token))
                    .as("page leads on, not back")
                    .isTrue();
        } while (token != null);
        assertThat(page.complete())
                .as("last page of an undisturbed listing is complete")
                .isTrue();
        return users;
    }

    @Test
    @DisplayName("declares the same capabilities for its whole life")
    void keepsItsCapabilities() {
        UnitEndpoint endpoint = opened();

        EngagementCapabilities before = endpoint.capabilities();
        everybody(endpoint);

        assertThat(endpoint.capabilities()).isEqualTo(before);
    }

    @Test
    @DisplayName("G3: lists a unit without users as complete")
    void listsAnEmptyUnit() {
        assertThat(everybody(opened())).isEmpty();
    }

    @Test
    @DisplayName("lists a live user under the id it was given, with the fields of the capabilities and no others")
    void listsALiveUser() {
        UnitEndpoint endpoint = opened();
        UserValues ada = sampleOf("Ada");
        EngagementUserId id = added(ada, false);
        settled();

        List<EngagementUser> users = everybody(endpoint);

        assertThat(users).containsExactly(new EngagementUser(id, false, shown(ada, endpoint.capabilities())));
    }

    @Test
    @DisplayName("U13, U16: lists users in the recycle bin, as such and with their values")
    void listsRecycledUsers() {
        UnitEndpoint endpoint = opened();
        UserValues bea = sampleOf("Bea");
        EngagementUserId live = added(sampleOf("Ada"), false);
        EngagementUserId recycled = added(bea, true);
        settled();

        List<EngagementUser> users = everybody(endpoint);

        assertThat(users).extracting(EngagementUser::id).containsExactlyInAnyOrder(live, recycled);
        assertThat(users).contains(new EngagementUser(recycled, true, shown(bea, endpoint.capabilities())));
    }

    @Test
    @DisplayName("A14: keeps Salesforce ids apart that differ by case only")
    void keepsTheCaseOfSalesforceIds() {
        UnitEndpoint endpoint = opened();
        added(sampleOf("Ada").with(UserField.SALESFORCE_ID, "0055f00000AbCdEAAV"), false);
        added(sampleOf("Bea").with(UserField.SALESFORCE_ID, "0055f00000aBcDeAAV"), false);
        settled();

        List<EngagementUser> users = everybody(endpoint);

        assertThat(users)
                .extracting(user -> user.values().get(UserField.SALESFORCE_ID).orElse("none"))
                .containsExactlyInAnyOrder("0055f00000AbCdEAAV", "0055f00000aBcDeAAV");
    }

    @Test
    @DisplayName("shows a field without a value as none")
    void showsNoValueAsNone() {
        UnitEndpoint endpoint = opened();
        UserValues ada = sampleOf("Ada").with(UserField.TITLE, null).with(UserField.PHONE, null);
        added(ada, false);
        settled();

        List<EngagementUser> users = everybody(endpoint);

        assertThat(users).extracting(EngagementUser::values).containsExactly(shown(ada, endpoint.capabilities()));
    }

    @Test
    @DisplayName("shows names with any characters as they are")
    void showsAnyCharacters() {
        UnitEndpoint endpoint = opened();
        UserValues ada = sampleOf("Ada")
                .with(UserField.FIRST_NAME, "Zoë \"Zo\" 漢 😀")
                .with(UserField.LAST_NAME, "O'Neil <&> \\ =1+1");
        added(ada, false);
        settled();

        List<EngagementUser> users = everybody(endpoint);

        assertThat(users).extracting(EngagementUser::values).containsExactly(shown(ada, endpoint.capabilities()));
    }

    @Test
    @DisplayName("G3: lists everybody once over several pages, and claims completeness on the last alone")
    void listsOverSeveralPages() {
        UnitEndpoint endpoint = opened();
        List<EngagementUserId> added = addSeveral();

        UserPage first = endpoint.list(null);
        List<EngagementUser> users = everybody(endpoint);

        assertThat(users).extracting(EngagementUser::id).containsExactlyInAnyOrderElementsOf(added);
        Assumptions.assumeTrue(first.next() != null, "the page takes all users of this test");
        assertThat(first.complete()).isFalse();
    }

    @Test
    @DisplayName("lists the same again when nothing has changed")
    void listsTheSameAgain() {
        UnitEndpoint endpoint = opened();
        addSeveral();

        List<EngagementUser> first = everybody(endpoint);

        assertThat(everybody(endpoint)).containsExactlyInAnyOrderElementsOf(first);
    }

    @Test
    @DisplayName("gives a page again for the same token")
    void givesAPageAgain() {
        UnitEndpoint endpoint = opened();
        addSeveral();
        PageToken token = endpoint.list(null).next();
        Assumptions.assumeTrue(token != null, "the page takes all users of this test");

        List<EngagementUser> once = endpoint.list(token).users();

        assertThat(endpoint.list(token).users()).isEqualTo(once);
    }

    @Test
    @DisplayName("refuses a page token that is none")
    void refusesAStrangeToken() {
        UnitEndpoint endpoint = opened();
        addSeveral();

        assertThatThrownBy(() -> endpoint.list(new PageToken("no token & of = anybody")))
                .isInstanceOf(CursorExpiredException.class);
    }

    @Test
    @DisplayName("refuses a page token that is too old, and starts over")
    void refusesAnExpiredToken() {
        UnitEndpoint endpoint = opened();
        List<EngagementUserId> added = addSeveral();
        PageToken token = endpoint.list(null).next();
        Assumptions.assumeTrue(token != null, "the page takes all users of this test");
        Assumptions.assumeTrue(pageTokensExpired(), "the test cannot make page tokens expire");

        assertThatThrownBy(() -> endpoint.list(token)).isInstanceOf(CursorExpiredException.class);

        assertThat(everybody(endpoint)).extracting(EngagementUser::id).containsExactlyInAnyOrderElementsOf(added);
    }

    @Test
    @DisplayName("tells the roles of its users, if it tells roles")
    void tellsTheRolesOfItsUsers() {
        UnitEndpoint endpoint = opened();
        Assumptions.assumeTrue(endpoint.roles().isPresent(), "the system does not tell its roles");
        added(sampleOf("Ada"), false);
        settled();

        List<EngagementUser> users = everybody(endpoint);

        assertThat(users)
                .extracting(user ->
                        new EngagementRole(user.values().get(UserField.ROLE).orElse("none")))
                .isSubsetOf(endpoint.roles().orElseThrow());
    }

    /** Users enough for more than one page, if pages are short. */
    private List<EngagementUserId> addSeveral() {
        List<EngagementUserId> added = new ArrayList<>();
        for (String name : List.of("Ada", "Bea", "Cleo", "Dora", "Emmy", "Fay", "Grace")) {
            added.add(added(sampleOf(name), name.equals("Cleo")));
        }
        settled();
        return added;
    }
}
