package stranger;

import static io.github.crosstie.testkit.SyncAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.SyncedUser;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrangerTest {

    @Test
    void whatIsKeptInAFileIsKnownToTheNextProcess(@TempDir Path folder) {
        String said = new Stranger().syncTwice(folder.resolve("state.db"));

        assertThat(said).contains("CONTACT: 1 written", "CONTACT: 0 written");
    }

    @Test
    void theConnectorToExchangeIsBuiltWithoutANetwork() {
        assertThat(new Stranger().exchange()).isNotNull();
    }

    @Test
    void aLostReplyMakesNoDuplicate() {
        SyncedUser anna = SyncedUser.create();
        anna.crmContacts().create(Items.contact("Ada", "Lovelace").build());
        anna.mailContacts().faults().loseReplyOnce();

        assertThat(anna.sync()).hasOutcome(OutcomeCode.ANSWER_LOST);
        assertThat(anna.sync()).createdInMailbox(0);
        assertThat(anna.mailContacts()).hold(1).areInStepWith(anna.crmContacts());
    }
}
