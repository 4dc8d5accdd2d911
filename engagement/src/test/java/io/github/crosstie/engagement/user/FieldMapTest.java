package io.github.crosstie.engagement.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FieldMapTest {

    private static final User USER = User.builder(new UserId("u"), "u@acme.example", new ProfileId("p"))
            .emailAddress("mail@acme.example")
            .name("First", "Last")
            .title("Title")
            .phone("030")
            .timeZone("Europe/Berlin")
            .build();

    @Test
    void mapsEveryField() {
        UserValues values = FieldMap.DEFAULT.values(USER, EngagementRole.SALES);

        assertThat(values.asMap())
                .containsEntry(UserField.SALESFORCE_ID, "u")
                .containsEntry(UserField.CRM_USERNAME, "u@acme.example")
                .containsEntry(UserField.EMAIL_ADDRESS, "mail@acme.example")
                .containsEntry(UserField.FIRST_NAME, "First")
                .containsEntry(UserField.LAST_NAME, "Last")
                .containsEntry(UserField.TITLE, "Title")
                .containsEntry(UserField.PHONE, "030")
                .containsEntry(UserField.TIME_ZONE, "Europe/Berlin")
                .containsEntry(UserField.ROLE, "Sales");
    }

    @Test
    void putsTheLastNameWhereTheFirstIsMissing() {
        User nameless = USER.toBuilder().name(" ", "Last").build();

        assertThat(FieldMap.DEFAULT.values(nameless, EngagementRole.SALES).get(UserField.FIRST_NAME))
                .contains("Last");
    }

    @ParameterizedTest
    @EnumSource(names = {"ROLE", "SALESFORCE_ID", "CRM_USERNAME"})
    void givesNoOtherSourceToWhatLinksOrIsDerived(UserField field) {
        assertThatThrownBy(() -> FieldMap.DEFAULT.with(field, user -> Optional.of("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(field.name());
    }

    @ParameterizedTest
    @EnumSource(names = {"ROLE", "SALESFORCE_ID", "CRM_USERNAME", "EMAIL_ADDRESS"})
    void leavesOutNothingThatUsersAreKnownBy(UserField field) {
        assertThatThrownBy(() -> FieldMap.DEFAULT.without(field)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsNoValuesAsText() {
        assertThat(FieldMap.DEFAULT.values(USER, EngagementRole.SALES).toString())
                .doesNotContain("Last", "030");
        assertThat(Difference.of(UserField.PHONE, "030", "031").toString()).doesNotContain("03");
        assertThat(new ValueChange("030", "031").toString()).doesNotContain("03");
    }
}
