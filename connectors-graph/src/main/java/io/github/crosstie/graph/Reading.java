package io.github.crosstie.graph;

import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.graph.internal.item.ItemMapping;
import io.github.crosstie.graph.internal.item.ItemRecord;
import io.github.crosstie.graph.internal.operation.Folders;
import io.github.crosstie.graph.internal.operation.Items;
import io.github.crosstie.graph.internal.wire.GraphAnswer;
import io.github.crosstie.graph.internal.wire.GraphTrouble;
import io.github.crosstie.graph.internal.wire.TroubleKind;
import io.github.crosstie.internal.exchange.Stamp;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads items by id, wherever in the mailbox they are by now. */
final class Reading {

    private final Mailbox mailbox;
    private final ItemMapping mapping;
    private final Items items;
    private final SyncedFolder folder;
    private final Folders folders;
    private final SeenItems seen;

    Reading(Mailbox mailbox, ItemMapping mapping, Items items, SyncedFolder folder, Folders folders, SeenItems seen) {
        this.mailbox = mailbox;
        this.mapping = mapping;
        this.items = items;
        this.folder = folder;
        this.folders = folders;
        this.seen = seen;
    }

    /** An outcome for each id, in their order. */
    List<ReadOutcome> read(List<String> ids) {
        List<GraphAnswer> answers = answers(ids);
        List<ReadOutcome> outcomes = new ArrayList<>(ids.size());
        for (int at = 0; at < ids.size(); at++) {
            outcomes.add(outcome(new ItemId(ids.get(at)), answers.get(at)));
        }
        return outcomes;
    }

    /** What was not told is asked for once more; an item that is never told keeps nothing else back (S15). */
    private List<GraphAnswer> answers(List<String> ids) {
        List<GraphAnswer> answers = new ArrayList<>(ask(ids));
        List<Integer> untold = IntStream.range(0, ids.size())
                .filter(at -> untold(answers.get(at)).isPresent())
                .boxed()
                .toList();
        if (untold.isEmpty()) {
            return answers;
        }
        if (untold.size() == ids.size() && ids.size() > 1) {
            throw untold(answers.get(0))
                    .orElseThrow()
                    .toException(answers.get(0).where());
        }
        List<GraphAnswer> again = ask(untold.stream().map(ids::get).toList());
        for (int at = 0; at < again.size(); at++) {
            answers.set(untold.get(at), again.get(at));
        }
        return answers;
    }

    private List<GraphAnswer> ask(List<String> ids) {
        return Items.all(
                mailbox.channel(),
                ids.stream().map(id -> mapping.asking(items.get(id))).toList());
    }

    /** Trouble that one item may have alone, or all of them: the others show which. */
    private static Optional<GraphTrouble> untold(GraphAnswer answer) {
        return answer.trouble().filter(trouble -> !trouble.kind().ofItem() && !Outcomes.isGone(trouble));
    }

    private ReadOutcome outcome(ItemId id, GraphAnswer answer) {
        Optional<GraphTrouble> trouble = answer.trouble();
        if (trouble.isEmpty()) {
            return outcome(id, mapping.read(answer.body()));
        }
        if (trouble.get().kind() == TroubleKind.THROTTLED) {
            throw trouble.get().toException(answer.where());
        }
        return Outcomes.isGone(trouble.get())
                ? new ReadOutcome.Absent(id, Removal.UNKNOWN)
                : new ReadOutcome.Unreadable(
                        id,
                        "the server does not tell the item (" + Outcomes.code(trouble.get())
                                + "); open it and save it anew");
    }

    private ReadOutcome outcome(ItemId id, ItemRecord item) {
        Optional<Removal> removal = folder.removal(item, folders);
        if (removal.isPresent() || isUnfinished(item)) {
            return new ReadOutcome.Absent(id, removal.orElse(Removal.UNKNOWN));
        }
        seen.add(id.value());
        String unreadable = item.trouble();
        if (unreadable != null) {
            return new ReadOutcome.Unreadable(id, unreadable);
        }
        return new ReadOutcome.Found(new RemoteItem(id, new ItemVersion(item.version()), item.item())
                .withTag(item.stamp()
                        .filter(stamp -> stamp.marks(mailbox.address(), item.uid()))
                        .map(Stamp::tag)
                        .orElse(null))
                .withTimes(item.createdAt(), item.modifiedAt(), null));
    }

    /** What events are known by beyond this mailbox, of those that are there. */
    Map<ItemId, String> uids(List<ItemId> ids) {
        List<GraphAnswer> answers = Items.all(
                mailbox.channel(),
                ids.stream()
                        .map(id -> items.get(id.value()).query("$select", "id,iCalUId"))
                        .toList());
        Map<ItemId, String> uids = new LinkedHashMap<>();
        for (int at = 0; at < ids.size(); at++) {
            GraphAnswer answer = answers.get(at);
            if (untold(answer).isPresent()) {
                answer.required();
            }
            String uid = answer.body().path("iCalUId").asText("");
            if (answer.succeeded() && !uid.isEmpty()) {
                uids.put(ids.get(at), uid);
            }
        }
        return uids;
    }

    /** Whether an item was moved out of the folder, or deleted. */
    boolean isElsewhere(ItemRecord item) {
        return folder.removal(item, folders).isPresent();
    }

    /** A series of ours whose occurrences are still being written: not there for anybody yet. */
    private boolean isUnfinished(ItemRecord item) {
        return item.stamp()
                .filter(stamp -> stamp.state() == Stamp.State.UNFINISHED && stamp.isOf(mailbox.address()))
                .isPresent();
    }
}
