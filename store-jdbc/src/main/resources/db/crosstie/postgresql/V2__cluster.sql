-- The mailboxes of a cluster: when each is due, and which process is at it. Most columns are those that db-scheduler reads and writes.
create table crosstie_mailbox (
    task_name text not null,
    -- Organization and user, each with %-escapes, and a slash between.
    task_instance text not null,
    task_data bytea,
    execution_time timestamp with time zone not null,
    picked boolean not null default false,
    picked_by text,
    last_success timestamp with time zone,
    last_failure timestamp with time zone,
    consecutive_failures integer not null default 0,
    last_heartbeat timestamp with time zone,
    version bigint not null default 1,
    -- 1 if something is known to have changed there, else 0.
    priority smallint not null default 0,
    organization text not null generated always as (split_part(task_instance, '/', 1)) stored,
    primary key (task_name, task_instance)
);

create index crosstie_mailbox_due on crosstie_mailbox (execution_time) where not picked;
create index crosstie_mailbox_pushed on crosstie_mailbox (organization) where not picked and priority > 0;
create index crosstie_mailbox_picked on crosstie_mailbox (organization) where picked;

-- How often the roster has changed: what each process compares with what it holds.
create table crosstie_cluster (
    revision bigint not null
);

insert into crosstie_cluster (revision) values (0);

insert into crosstie_schema (version) values (2);
