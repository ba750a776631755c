-- By what a BMC is spoken with: the port and certificate of its Redfish service, or none.
create table bmc_protocol (
    address varchar(64) not null,
    port integer not null,
    redfish_port integer,
    certificate varchar(95),
    asked timestamp(6) with time zone not null,
    primary key (address, port)
);
