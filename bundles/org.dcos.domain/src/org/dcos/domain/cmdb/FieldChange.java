package org.dcos.domain.cmdb;

/** One field that a change made another. @param field its {@link Field#path()} */
public record FieldChange(String field, String before, String after) {}
