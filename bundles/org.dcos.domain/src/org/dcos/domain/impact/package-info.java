/** What depends on what: what is hit when something goes, and where a cable leads. */
package org.dcos.domain.impact;
