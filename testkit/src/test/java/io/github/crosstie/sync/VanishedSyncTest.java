package io.github.crosstie.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.testkit.Items;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A side that knows nothing of ids that are gone, but finds what is deleted by its mark. */
class VanishedSyncTest {

    private final Enrollment user = Enrollment.contacts();
    private final Map<ItemId, CorrelationTag> marks = new HashMap<>();
    private Removal known = Removal.DELETED;
    private int asked;

    @BeforeEach
    void threeAreInStep() {
        user.settings(change -> change.deletions(Side.MAIL, DeletePolicy.PROPAGATE));
        user.mailWay = ForgetfulEndpoint::new;
        for (int i = 0; i < 3; i++) {
            user.crm.create(Items.contact("Ada", "Number" + i).build());
        }
        user.run();
        user.run();
    }

    private final class ForgetfulEndpoint extends ForwardingEndpoint {

        ForgetfulEndpoint(Endpoint endpoint) {
            super(endpoint);
        }

        @Override
        public ChangePage changes(@Nullable Cursor cursor) {
            ChangePage page = super.changes(cursor);
            List<Change> told = page.changes().stream()
                    .map(change -> change instanceof Change.Removed gone
                            ? new Change.Removed(gone.id(), Removal.UNKNOWN)
                            : change)
                    .toList();
            return new ChangePage(told, page.next(), page.more(), page.complete());
        }

        @Override
        public List<ReadOutcome> read(Collection<ItemId> ids) {
            return super.read(ids).stream()
                    .<ReadOutcome>map(outcome -> outcome instanceof ReadOutcome.Absent
                            ? new ReadOutcome.Absent(outcome.id(), Removal.UNKNOWN)
                            : outcome)
                    .toList();
        }

        @Override
        public List<WriteOutcome> write(List<Write> writes) {
            List<WriteOutcome> outcomes = super.write(writes);
            for (int at = 0; at < writes.size(); at++) {
                if (writes.get(at) instanceof Write.Create create
                        && outcomes.get(at) instanceof WriteOutcome.Written written) {
                    marks.put(written.id(), create.tag());
                }
            }
            return outcomes;
        }

        @Override
        public Map<ItemId, Removal> removals(Map<ItemId, List<CorrelationTag>> possible) {
            asked++;
            Map<ItemId, Removal> found = new HashMap<>();
            possible.forEach((id, tags) -> {
                if (tags.contains(marks.get(id))) {
                    found.put(id, known);
                }
            });
            return found;
        }
    }

    @Test
    @DisplayName(
            "S10: what the engine has created is found by its mark once it is deleted, and its deletion propagates")
    void provesADeletionByTheMark() {
        user.mail.delete(user.newest(Side.MAIL));

        user.run();

        assertThat(user.crm.items()).hasSize(2);
        assertThat(asked).isOne();
    }

    @Test
    @DisplayName("S10: what is found by its mark elsewhere is gone from view, and takes nothing with it")
    void tellsWhatIsElsewhere() {
        known = Removal.GONE_FROM_VIEW;
        user.mail.delete(user.newest(Side.MAIL));

        user.run();

        assertThat(user.crm.items()).hasSize(3);
    }

    @Test
    @DisplayName("S10: what carries no mark stays unknown, and takes nothing with it")
    void concludesNothingWithoutAMark() {
        marks.clear();
        user.mail.delete(user.newest(Side.MAIL));

        user.run();

        assertThat(user.crm.items()).hasSize(3);
    }

    @Test
    @DisplayName("P7: nobody is asked about records that are there")
    void asksOnlyAboutWhatIsGone() {
        user.crm.create(Items.contact("Bea", "Another").build());

        user.run();

        assertThat(asked).isZero();
    }
}
