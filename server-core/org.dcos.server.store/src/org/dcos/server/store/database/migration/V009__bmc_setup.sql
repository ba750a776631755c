-- How BMCs are set up and what their machines are made of, as it was read last (org.dcos.domain.bmcsetup).
create table bmc_reading (
    bmc uuid primary key references bmc (id) on delete cascade,
    details varchar,
    parts varchar
);

-- What is about to be done with a BMC, kept before it is sent (org.dcos.domain.bmcsetup.BmcSetupStore.Intent).
create table bmc_intent (
    bmc uuid primary key references bmc (id) on delete cascade,
    body varchar not null
);
