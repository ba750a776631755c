-- Times are UTC to the microsecond. A version counts the saves of a row. Enumerations are kept by name.

create table idc (
    id uuid primary key,
    version bigint not null,
    name varchar(200) not null,
    constraint uq_idc_name unique (name)
);

create table room (
    id uuid primary key,
    version bigint not null,
    idc uuid not null,
    name varchar(200) not null,
    constraint fk_room_idc foreign key (idc) references idc (id),
    constraint uq_room_name unique (idc, name)
);

create table rack (
    id uuid primary key,
    version bigint not null,
    room uuid not null,
    row_name varchar(200) not null,
    name varchar(200) not null,
    height_units integer not null,
    power_budget_watts integer,
    constraint fk_rack_room foreign key (room) references room (id),
    constraint uq_rack_name unique (room, name)
);

create table server (
    id uuid primary key,
    version bigint not null,
    name varchar(200) not null,
    serial varchar(200) not null,
    asset_tag varchar(200),
    manufacturer varchar(200) not null,
    model varchar(200) not null,
    owner varchar(200) not null,
    rack uuid,
    lowest_unit integer,
    height_units integer,
    face varchar(10),
    state varchar(40) not null,
    constraint fk_server_rack foreign key (rack) references rack (id),
    constraint uq_server_name unique (name),
    constraint uq_server_serial unique (serial)
);

create table credential (
    id uuid primary key,
    name varchar(300) not null,
    user_name varchar(300) not null,
    fingerprint varchar(64) not null,
    nonce varbinary(12) not null,
    sealed varbinary(4096) not null,
    constraint uq_credential_fingerprint unique (fingerprint)
);

create table vault_check (
    id integer primary key,
    nonce varbinary(12) not null,
    sealed varbinary(256) not null
);

create table bmc (
    id uuid primary key,
    version bigint not null,
    address varchar(100) not null,
    port integer not null,
    credential uuid not null,
    server uuid,
    identified timestamp(6) with time zone,
    guid varchar(200),
    firmware varchar(300),
    manufacturer varchar(300),
    model varchar(300),
    serial varchar(300),
    asset_tag varchar(300),
    board_serial varchar(300),
    chassis_serial varchar(300),
    constraint fk_bmc_credential foreign key (credential) references credential (id),
    constraint fk_bmc_server foreign key (server) references server (id),
    constraint uq_bmc_address unique (address, port),
    constraint uq_bmc_server unique (server)
);

create table alert_rule (
    id uuid primary key,
    version bigint not null,
    name varchar(200) not null,
    enabled boolean not null,
    severity varchar(20) not null,
    hold_millis bigint not null,
    condition_kind varchar(40) not null,
    condition_level varchar(20),
    hysteresis_percent double precision,
    sensor varchar(300),
    unit varchar(40),
    above boolean,
    raise_at double precision,
    clear_at double precision,
    constraint uq_alert_rule_name unique (name)
);

create table alert (
    id uuid primary key,
    version bigint not null,
    rule uuid not null,
    server uuid not null,
    subject varchar(300) not null,
    severity varchar(20) not null,
    state varchar(20) not null,
    what varchar(2000) not null,
    where_at varchar(1000) not null,
    why varchar(4000) not null,
    since timestamp(6) with time zone not null,
    fired timestamp(6) with time zone,
    resolved timestamp(6) with time zone,
    acknowledged_by varchar(300),
    acknowledged timestamp(6) with time zone,
    note varchar(4000) not null
);
create index ix_alert_state on alert (state, since);
create index ix_alert_server on alert (server);

create table operation (
    id uuid primary key,
    kind varchar(100) not null,
    title varchar(1000) not null,
    state varchar(20) not null,
    done integer not null,
    total integer not null,
    message varchar(4000) not null,
    started_by varchar(300) not null,
    started timestamp(6) with time zone not null,
    ended timestamp(6) with time zone
);
create index ix_operation_started on operation (started);
create index ix_operation_state on operation (state);

create table operation_result (
    operation uuid not null,
    position integer not null,
    target varchar(500) not null,
    server uuid,
    ok boolean not null,
    outcome varchar(100) not null,
    message varchar(4000) not null,
    primary key (operation, position),
    constraint fk_operation_result foreign key (operation) references operation (id) on delete cascade
);

create sequence audit_sequence start with 100 increment by 100;
create table audit (
    sequence_number bigint primary key,
    at timestamp(6) with time zone not null,
    who varchar(300) not null,
    origin varchar(300) not null,
    action varchar(100) not null,
    subject uuid,
    what varchar(4000) not null,
    why varchar(2000) not null
);
create index ix_audit_subject on audit (subject, sequence_number);

create table app_user (
    id uuid primary key,
    name varchar(300) not null,
    role varchar(20) not null,
    password varchar(500) not null,
    constraint uq_app_user_name unique (name)
);

create table api_token (
    id uuid primary key,
    name varchar(300) not null,
    role varchar(20) not null,
    hash varchar(64) not null,
    created timestamp(6) with time zone not null,
    expires timestamp(6) with time zone,
    constraint uq_api_token_hash unique (hash)
);

create table setting (
    service varchar(100) not null,
    name varchar(200) not null,
    setting_value varchar(4000) not null,
    primary key (service, name)
);
