-- Items of every kind as documents, with their whole history; the body is JSON, see org.dcos.domain.cmdb.ItemTree.

create table item (
    id uuid primary key,
    kind varchar(40) not null,
    version bigint not null,
    body varchar(1000000) not null
);
create index ix_item_kind on item (kind);

create table change_set (
    number bigint primary key,
    at timestamp(6) with time zone not null,
    who varchar(300) not null,
    origin varchar(300) not null,
    title varchar(1000) not null,
    why varchar(2000) not null,
    changes integer not null,
    undoes bigint,
    undone_by bigint
);
create index ix_change_set_at on change_set (at);

create table item_change (
    change_set bigint not null,
    position integer not null,
    item uuid not null,
    kind varchar(40) not null,
    before_body varchar(1000000),
    after_body varchar(1000000),
    primary key (change_set, position),
    constraint fk_item_change_set foreign key (change_set) references change_set (number)
);
create index ix_item_change_item on item_change (item, change_set);

insert into item select id, 'IDC', version, cast(json_object('id': cast(id as varchar), 'version': version,
    'name': name) as varchar) from idc;
insert into item select id, 'ROOM', version, cast(json_object('id': cast(id as varchar), 'version': version,
    'idc': cast(idc as varchar), 'name': name) as varchar) from room;
insert into item select id, 'RACK', version, cast(json_object('id': cast(id as varchar), 'version': version,
    'room': cast(room as varchar), 'row': row_name, 'name': name, 'heightUnits': height_units,
    'powerBudgetWatts': power_budget_watts absent on null) as varchar) from rack;
insert into item select id, 'SERVER', version, cast(json_object('id': cast(id as varchar), 'version': version,
    'name': name, 'serial': serial, 'assetTag': asset_tag, 'manufacturer': manufacturer, 'model': model,
    'owner': owner, 'mounting': json_object('rack': cast(rack as varchar), 'lowestUnit': lowest_unit,
    'heightUnits': height_units, 'face': face), 'state': state absent on null) as varchar)
    from server where rack is not null;
insert into item select id, 'SERVER', version, cast(json_object('id': cast(id as varchar), 'version': version,
    'name': name, 'serial': serial, 'assetTag': asset_tag, 'manufacturer': manufacturer, 'model': model,
    'owner': owner, 'state': state absent on null) as varchar)
    from server where rack is null;

alter table bmc drop constraint fk_bmc_server;
drop table server;
drop table rack;
drop table room;
drop table idc;
