package io.github.crosstie.engagement.legacy;

import static io.github.crosstie.engagement.Acme.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.Acme;
import io.github.crosstie.engagement.json.LegacySettingsJson;
import io.github.crosstie.engagement.plan.UnitPlan;
import io.github.crosstie.engagement.state.UnitLedger;
import io.github.crosstie.engagement.state.UnitState;
import io.github.crosstie.fault.InvalidInputException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LegacyImportTest {

    private static final String SETTINGS = """
            {
              "unit": "campaigns", "name": "Campaigns", "creator": "boss",
              "mapping": {"Administration": "Administrator", "standard": "Sales Manager", "gone": "Sales"},
              "profilesAssign": true, "roleRule": "onCreation", "matching": "link"
            }
            """;

    private final Acme acme = new Acme();

    private LegacySettings read(String json) {
        return LegacySettingsJson.read("legacy.json", json, acme.directory);
    }

    @Test
    @DisplayName("States: legacy settings keep creator and role table, by name or id, and assign nobody")
    void readsLegacySettingsAsOurs() {
        LegacyImport imported = LegacyImport.of(read(SETTINGS), acme.directory);

        assertThat(imported.unit().creator()).isEqualTo(new UserId("boss"));
        assertThat(imported.unit().mapping().roles())
                .containsEntry(Acme.ADMINISTRATION, EngagementRole.ADMINISTRATOR)
                .containsEntry(Acme.STANDARD, EngagementRole.SALES_MANAGER)
                .containsEntry(new ProfileId("gone"), EngagementRole.SALES);
        assertThat(imported.unit().marketingUsers()).isEmpty();
        assertThat(imported.unit().salesUsers()).isEmpty();
    }

    @Test
    @DisplayName("States: what will be otherwise is told, with how many active people of which profiles it touches")
    void tellsWhatWillBeOtherwise() {
        ProfileId gone = new ProfileId("gone");
        acme.put(
                user("anna").build(),
                user("bert").active(false).build(),
                user("carl").profile(gone).build(),
                user("dora").profile(gone).build(),
                user("emil").profile(gone).active(false).build(),
                user("fred").profile(new ProfileId("not-mapped")).build());

        LegacyImport imported = LegacyImport.of(read(SETTINGS), acme.directory);

        assertThat(imported.notes().stream().map(LegacyNote::setting))
                .containsExactly(
                        LegacyNote.Setting.PROFILES_ASSIGN,
                        LegacyNote.Setting.ROLE_ON_CREATION,
                        LegacyNote.Setting.LINK_MATCHING,
                        LegacyNote.Setting.UNKNOWN_PROFILE);
        assertThat(imported.notes().stream().map(LegacyNote::users))
                .as("boss, anna, carl and dora; who was edited or linked is not known; carl and dora")
                .containsExactly(4, 0, 0, 2);
        assertThat(imported.notes()).allSatisfy(note -> assertThat(note.text()).doesNotContain("@"));
    }

    @Test
    @DisplayName("States: a legacy unit whose import is assigned nobody previews the recycling of those it counted")
    void countsThoseWhomThePreviewRecycles() {
        acme.put(
                user("anna").build(),
                user("fred").profile(new ProfileId("not-mapped")).build());
        acme.present(user("anna").build(), EngagementRole.SALES_MANAGER);
        LegacyImport imported = LegacyImport.of(read(SETTINGS), acme.directory);
        acme.unit = imported.unit();
        acme.ledgers.put(Acme.CAMPAIGNS, UnitLedger.of(UnitState.LEGACY));

        UnitPlan preview = acme.plan();

        assertThat(preview.held())
                .extracting(held -> held.change().user().value())
                .containsExactly("anna", "boss");
        assertThat(imported.notes().get(0).users()).isEqualTo(preview.held().size());
    }

    @Test
    void tellsNothingOfSettingsThatAreAsToday() {
        LegacySettings settings = read("""
                {"unit": "campaigns", "mapping": {}, "profilesAssign": false, "roleRule": "always", "matching": "skip"}
                """);

        assertThat(LegacyImport.of(settings, acme.directory).notes()).isEmpty();
        assertThat(settings.name()).isEqualTo("campaigns");
    }

    @Test
    void refusesAProfileThatIsNamedTwice() {
        String twice = SETTINGS.replace("\"gone\"", "\"administration\"");

        assertThatThrownBy(() -> read(twice))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("has a role already");
    }
}
