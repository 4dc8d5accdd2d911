package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.testkit.Items;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IncompleteListingSyncTest {

    private static final Item ADA = Items.contact("Ada", "Lovelace").build();
    private static final Item CHARLES = Items.contact("Charles", "Babbage").build();

    private final Enrollment user = Enrollment.contacts();

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName("S2, G3: nothing is created on a side whose first listing is not proven complete")
    void createsNothing(Side cut) {
        user.on(cut.other()).create(ADA);
        user.on(cut.other()).create(CHARLES);
        user.on(cut).create(CHARLES);
        user.on(cut).create(ADA);
        user.on(cut).faults().truncateListing(1);

        RoundReport report = user.run();

        assertThat(report.writes()).isZero();
        assertThat(report.outcomes())
                .filteredOn(outcome -> outcome instanceof Outcome.Skipped)
                .extracting(Outcome::code)
                .containsExactly(OutcomeCode.LISTING_INCOMPLETE);
        assertThat(user.memory.load(user.key).links())
                .as("what is seen is matched")
                .hasSize(1);

        user.on(cut).faults().clear();
        user.run();

        assertThat(user.crm.items()).hasSize(2);
        assertThat(user.mail.items()).hasSize(2);
        assertThat(user.memory.load(user.key).links()).hasSize(2);
    }

    @Test
    @DisplayName("S2: once a listing is complete, what was postponed is created")
    void createsWhenComplete() {
        user.crm.create(ADA);
        user.mail.create(CHARLES);
        user.mail.faults().truncateListing(0);
        user.run();
        assertThat(user.mail.items()).hasSize(1);

        user.mail.faults().clear();
        user.run();

        assertThat(user.mail.items()).hasSize(2);
        assertThat(user.crm.items()).hasSize(2);
    }

    @Test
    @DisplayName("G3: an incomplete listing after an expired cursor deletes nothing, and updates go on")
    void goesOnWithUpdates() {
        var ada = user.crm.create(ADA);
        user.crm.create(CHARLES);
        user.run();
        user.mail.faults().truncateListing(1);
        user.mail.faults().expireCursor();
        user.crm.edit(ada, contact -> contact.set(NOTES, "hello"));

        user.run();

        assertThat(user.mail.items().values())
                .hasSize(2)
                .contains(ADA.toBuilder().set(NOTES, "hello").build());
        assertThat(user.crm.items()).hasSize(2);
    }
}
