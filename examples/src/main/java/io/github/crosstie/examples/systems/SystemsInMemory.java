package io.github.crosstie.examples.systems;

import io.github.crosstie.connector.Connector;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.memory.InMemorySystem;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything in this process: a CRM for each organization, and one mail system for all of them. */
public final class SystemsInMemory implements Systems {

    private final List<Directory> directories;
    private final Map<OrganizationId, InMemorySystem> crms = new LinkedHashMap<>();
    private final InMemorySystem mail;

    private SystemsInMemory(List<Directory> directories, Clock clock) {
        this.directories = List.copyOf(directories);
        mail = InMemorySystem.create(Side.MAIL, clock);
        for (Directory directory : directories) {
            crms.put(directory.organization().id(), InMemorySystem.create(Side.CRM, clock));
        }
    }

    /**
     * Systems without records.
     *
     * @param directories the organizations
     * @param clock the systems' own clock
     * @return the systems; nothing of them has to be closed
     */
    public static SystemsInMemory of(List<Directory> directories, Clock clock) {
        return new SystemsInMemory(directories, clock);
    }

    @Override
    public List<Directory> directories() {
        return directories;
    }

    @Override
    public Connector crm(OrganizationId organization) {
        return system(organization);
    }

    @Override
    public Connector mail() {
        return mail;
    }

    @Override
    public Screen screen(Side side, OrganizationId organization, Owner owner, ItemKind kind) {
        return new InMemoryScreen(records(side, organization, owner, kind));
    }

    /**
     * A person's records with the faults that can befall them.
     *
     * @param side the CRM or the mailbox
     * @param organization the person's organization
     * @param owner the person as that side knows them
     * @param kind contacts or events
     * @return the records
     * @throws IllegalArgumentException if there is no such organization
     */
    public InMemoryRecords records(Side side, OrganizationId organization, Owner owner, ItemKind kind) {
        InMemorySystem system = side == Side.CRM ? system(organization) : mail;
        return system.records(owner, kind);
    }

    private InMemorySystem system(OrganizationId organization) {
        InMemorySystem crm = crms.get(organization);
        if (crm == null) {
            throw new IllegalArgumentException("there is no organization " + organization + " among " + crms.keySet()
                    + "; name one of the directories");
        }
        return crm;
    }

    @Override
    public List<String> traffic() {
        return List.of();
    }

    @Override
    public void close() {
        // Memory is given back by itself.
    }
}
