package io.github.crosstie.sync;

import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ContactSettings;
import io.github.crosstie.configuration.RecordSettings;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.SequentialIds;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that does the first sync of a large mailbox and prints what it did, and how much memory its store retains. Its
 * heap is the limit that it is tried under.
 */
final class LargeMailbox {

    private LargeMailbox() {}

    /** Takes the number of contacts on each side; half of them are on the other side too. */
    public static void main(String[] arguments) {
        int contacts = Integer.parseInt(arguments[0]);
        // From there on all numbers are of one length, so that a part of the contacts weighs a part of the whole.
        int first = 100_000;
        GeneratedContacts crm = new GeneratedContacts(Side.CRM, first, first + contacts);
        GeneratedContacts mail =
                new GeneratedContacts(Side.MAIL, first + contacts / 2, first + contacts + contacts / 2);
        List<InMemoryStateStore> kept = new ArrayList<>(List.of(InMemoryStateStore.create()));
        CollectionKey key = new CollectionKey(new OrganizationId("00D1"), new UserId("0051"), ItemKind.CONTACT);
        SyncConfiguration configuration = SyncConfiguration.builder(new ConfigurationId("default"))
                .contacts(ContactSettings.DEFAULT.withRecords(RecordSettings.builder(ItemKind.CONTACT)
                        .direction(SyncDirection.BOTH)
                        .cap(1_000_000)
                        .build()))
                .build();

        RoundReport report = SyncRound.of(
                        key, configuration, crm, mail, kept.get(0), MutableClock.create(), SequentialIds.create())
                .run();
        System.out.println("stopped " + report.stopped());
        System.out.println("crm created " + crm.created() + " updated " + crm.updated());
        System.out.println("mail created " + mail.created() + " updated " + mail.updated());
        System.out.println("links " + kept.get(0).load(key).links().size());
        System.out.println("peak " + peak() + " of " + Runtime.getRuntime().maxMemory());

        report = null;
        long filled = used();
        kept.clear();
        System.out.println("retained " + (filled - used()));
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
