-- Machines on their way into the pool, each with what is meant with it (org.dcos.domain.bringup.ArrivalStore.Kept).
create table arrival (
    id uuid primary key,
    body varchar not null
);

-- Logins that BMCs come with, by serial number or MAC in lower case.
create table first_login (
    machine varchar(100) primary key,
    credential uuid not null
);
