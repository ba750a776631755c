/** What differs between the records and what was seen: evidence, deviations, the decisions on them, audit runs. */
package org.dcos.domain.deviation;
