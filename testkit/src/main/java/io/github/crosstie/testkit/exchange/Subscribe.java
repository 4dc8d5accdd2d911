package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Subscribe, to streams of notifications. */
final class Subscribe implements Operation {

    @Override
    public Tree answer(Call call) {
        return new Answers(call).add(() -> subscribe(call)).response();
    }

    private static Tree[] subscribe(Call call) throws Refusal {
        Tree request = call.body().child("m:StreamingSubscriptionRequest");
        if (request == null) {
            throw new Refusal("ErrorInvalidSubscriptionRequest", "This server has streaming subscriptions only.");
        }
        StoredMailbox mailbox = call.mailbox();
        Set<String> folders = new HashSet<>();
        for (Tree id : request.in("t:FolderIds")) {
            StoredFolder folder = FolderLookup.folder(call, id);
            mailbox = FolderLookup.owner(call, folder);
            folders.add(folder.id);
        }
        Set<String> events = request.in("t:EventTypes").stream().map(Tree::text).collect(Collectors.toSet());
        return new Tree[] {Tree.of("m:SubscriptionId", call.subscriptions().add(mailbox, folders, events))};
    }
}
