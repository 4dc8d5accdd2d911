package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.NOTES;
import static io.github.crosstie.item.ContactFields.SURNAME;
import static io.github.crosstie.testkit.SyncAssertions.assertThat;

import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.SyncedUser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StrangeIdsSyncTest {

    private static final Item ADA = Items.contact("Ada", "Lovelace").build();
    private static final Item BEA = Items.contact("Bea", "Baker").build();

    private final SyncedUser user = SyncedUser.builder()
            .crm(system ->
                    system.ids(number -> (number % 2 == 0 ? "003A" : "003a") + "'; --\n\u00fc" + (number + 1) / 2))
            .mail(system -> system.ids(number -> (number % 2 == 0 ? "AAMk/+ =" : "aamk/+ =") + (number + 1) / 2))
            .configuration(configuration -> configuration.events(SyncDirection.OFF))
            .build();

    @Test
    @DisplayName("A14: records whose ids differ by case only stay two, through edits, deletions and lost replies")
    void keepsIdsApart() {
        ItemId ada = user.crmContacts().create(ADA);
        user.crmContacts().create(BEA);
        user.mailContacts().faults().loseReplyOnce();
        user.sync();
        user.sync();
        assertThat(user.mailContacts()).hold(2).areInStepWith(user.crmContacts());

        user.mailContacts()
                .items()
                .forEach((id, item) -> user.mailContacts()
                        .edit(
                                id,
                                contact -> contact.set(
                                        NOTES, "about " + item.get(SURNAME).orElseThrow())));
        user.sync();
        assertThat(user.crmContacts()).hold(2).areInStepWith(user.mailContacts());
        user.crmContacts().delete(ada);
        user.sync();

        assertThat(user.mailContacts())
                .holdsExactly(BEA.toBuilder().set(NOTES, "about Baker").build());
        assertThat(user.sync()).wroteNothing();
    }
}
