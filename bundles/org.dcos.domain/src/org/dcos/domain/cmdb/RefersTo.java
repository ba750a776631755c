package org.dcos.domain.cmdb;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The record component holds the id of another item, or several. @see Items#references */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface RefersTo {

    /** The kinds that may be referred to; none named: any. */
    Kind[] value();
}
