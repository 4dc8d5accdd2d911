package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.JOB_TITLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.testkit.Items;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReplaySyncTest {

    private static final Item ADA =
            Items.contact("Ada", "Lovelace").set(JOB_TITLE, "old").build();

    private final Enrollment user = Enrollment.contacts();

    private RemoteItem onlyMail() {
        return user.mail.records().get(0);
    }

    @Test
    @DisplayName("F3: a change that is told again after it was overtaken reverts nothing")
    void revertsNothing() {
        ItemId ada = user.crm.create(ADA);
        user.run();
        RemoteItem old = onlyMail();
        user.crm.edit(ada, contact -> contact.set(JOB_TITLE, "new"));
        user.run();

        user.mail.faults().replay(old);
        RoundReport report = user.run();

        assertThat(report.writes()).isZero();
        assertThat(user.crm.item(ada).orElseThrow().get(JOB_TITLE)).contains("new");
        assertThat(onlyMail().item().get(JOB_TITLE)).contains("new");
    }

    @Test
    @DisplayName("F3: a listing of everything that repeats an old change reverts nothing")
    void revertsNothingInAListing() {
        ItemId ada = user.crm.create(ADA);
        user.run();
        RemoteItem old = onlyMail();
        user.crm.edit(ada, contact -> contact.set(JOB_TITLE, "new"));
        user.run();

        user.mail.faults().expireCursor();
        user.mail.faults().replay(old);
        user.run();

        assertThat(user.crm.item(ada).orElseThrow().get(JOB_TITLE)).contains("new");
    }

    @Test
    @DisplayName("F3: the first listing may tell a record twice, the older state last")
    void believesNothingToldTwice() {
        ItemId ada = user.mail.create(ADA);
        RemoteItem old = onlyMail();
        user.mail.edit(ada, contact -> contact.set(JOB_TITLE, "new"));

        user.mail.faults().replay(old);
        user.run();

        assertThat(user.crm.items().values())
                .containsExactly(user.mail.item(ada).orElseThrow());
    }

    @Test
    @DisplayName("F3: a deleted record that is told of again does not come back on the other side")
    void bringsNobodyBack() {
        user.crm.create(Items.contact("Charles", "Babbage").build());
        ItemId ada = user.mail.create(ADA);
        RemoteItem old = user.mail.records().get(0);
        user.mail.delete(ada);
        user.run();

        user.mail.faults().replay(old);
        user.run();

        assertThat(user.crm.items()).hasSize(1);
        assertThat(user.memory.load(user.key).observations()).isEmpty();
    }

    @Test
    @DisplayName("F3: nor when everything is listed anew")
    void bringsNobodyBackInAListing() {
        user.crm.create(Items.contact("Charles", "Babbage").build());
        ItemId ada = user.crm.create(ADA);
        user.run();
        RemoteItem old = user.mail.records().get(1);
        user.crm.delete(ada);
        user.run();

        user.mail.faults().expireCursor();
        user.mail.faults().replay(old);
        user.run();

        assertThat(user.crm.items()).hasSize(1);
    }
}
