package org.dcos.domain.cmdb;

/** What values of a field of one's own are. */
public enum FieldType {
    TEXT, INTEGER, DECIMAL, BOOLEAN, DATE, CHOICE
}
