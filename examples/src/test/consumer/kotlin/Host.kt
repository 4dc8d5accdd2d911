package host

import io.github.crosstie.Crosstie
import io.github.crosstie.apply.SyncResult
import io.github.crosstie.assignment.OrganizationSetup
import io.github.crosstie.configuration.Assignment
import io.github.crosstie.configuration.ConfigurationId
import io.github.crosstie.configuration.ConfigurationSet
import io.github.crosstie.configuration.SyncConfiguration
import io.github.crosstie.configuration.SyncDirection
import io.github.crosstie.connector.Owner
import io.github.crosstie.directory.Directory
import io.github.crosstie.directory.Environment
import io.github.crosstie.directory.Organization
import io.github.crosstie.directory.OrganizationId
import io.github.crosstie.directory.Profile
import io.github.crosstie.directory.ProfileId
import io.github.crosstie.directory.User
import io.github.crosstie.directory.UserId
import io.github.crosstie.item.ContactFields
import io.github.crosstie.item.Item
import io.github.crosstie.item.ItemKind
import io.github.crosstie.item.Side
import io.github.crosstie.memory.InMemoryStateStore
import io.github.crosstie.memory.InMemorySystem
import java.time.Clock
import java.time.Instant
import java.util.UUID

/** The smallest host in Kotlin: it tells apart what can be null and what cannot, and names each way that a sync can end. */
fun main() {
    val acme = OrganizationId("00D000000000001AAA")
    val sales = ProfileId("00e000000000001AAA")
    val anna = UserId("005000000000001AAA")
    val clock = Clock.systemUTC()
    val crm = InMemorySystem.create(Side.CRM, clock)
    val mail = InMemorySystem.create(Side.MAIL, clock)
    val lovelace = Item.contact().set(ContactFields.SURNAME, "Lovelace").build()
    crm.records(Owner(anna.value()), ItemKind.CONTACT).create(lovelace)
    mail.records(Owner("anna@acme.example"), ItemKind.CONTACT)
    val directory = Directory.builder(Organization(acme, "Acme", Environment.PRODUCTION))
        .put(Profile(sales, "Sales"))
        .put(User.builder(anna, "anna@acme.example", sales).emailAddress("anna@acme.example").title(null).build())
        .build()
    val contacts = SyncConfiguration.builder(ConfigurationId("sales"))
        .assignments(Assignment.OfProfile(sales))
        .contacts(SyncDirection.BOTH)
        .build()
    val crosstie = Crosstie.builder()
        .organization(OrganizationSetup(directory, ConfigurationSet.of(acme, contacts)), crm)
        .mail(mail)
        .store(InMemoryStateStore.create())
        .clock(clock)
        .ids { UUID.randomUUID().toString() }
        .build()

    val ended = when (val result = crosstie.sync(acme, anna)) {
        is SyncResult.Synced -> "written: ${result.writes()}"
        is SyncResult.Held -> "held by ${result.conflicts().size} conflicts"
        is SyncResult.NotEnrolled -> "not enrolled: ${result.why()}"
        is SyncResult.NoMailbox -> result.reason()
    }
    val status = crosstie.status(acme, anna)
    val configuration: ConfigurationId? = status.configuration()
    val last: Instant? = status.flows().firstNotNullOfOrNull { it.lastSuccess() }

    println("$ended, by: ${configuration?.value()}, ever: ${last != null}")
}
