#include "graph/store/schema/schema.hpp"

namespace dateline::store {

// The first piece of evidence (by document, then place) speaks for the whole. Rows come in the order of the timeline.
const char* const views_sql = R"sql(
CREATE VIEW v_timeline AS
SELECT event.key AS id,
       event.date AS date,
       event.start_date AS start,
       event.end_date AS "end",
       event.precision AS precision,
       event.basis AS basis,
       event.status AS status,
       event.type AS type,
       event.title AS label,
       place.name AS place,
       (SELECT group_concat(who, '; ')
          FROM (SELECT participant.role || ': ' || entity.name AS who
                  FROM event_participants AS participant JOIN entities AS entity ON entity.id = participant.entity_id
                 WHERE participant.event_id = event.id ORDER BY participant.id)) AS participants,
       event.articles AS articles,
       event.origins AS origins,
       evidence.quote AS quote,
       document.source AS source
  FROM events AS event
  LEFT JOIN entities AS place ON place.id = event.place_id
  LEFT JOIN evidence ON evidence.id = (SELECT min(e.id) FROM evidence AS e WHERE e.event_id = event.id)
  LEFT JOIN documents AS document ON document.id = evidence.document_id
 ORDER BY event.id;

CREATE VIEW v_relations AS
SELECT relation.key AS id,
       relation.type AS type,
       subject.name AS from_entity,
       object.name AS to_entity,
       relation.text AS text,
       relation.since AS since,
       relation.until AS until,
       (SELECT count(DISTINCT e.document_id) FROM evidence AS e WHERE e.relation_id = relation.id) AS articles,
       evidence.quote AS quote,
       document.source AS source
  FROM relations AS relation
  JOIN entities AS subject ON subject.id = relation.from_id
  LEFT JOIN entities AS object ON object.id = relation.to_id
  LEFT JOIN evidence ON evidence.id = (SELECT min(e.id) FROM evidence AS e WHERE e.relation_id = relation.id)
  LEFT JOIN documents AS document ON document.id = evidence.document_id
 ORDER BY relation.id;

CREATE VIEW v_evidence AS
SELECT coalesce(event.key, relation.key) AS id,
       coalesce(event.type, relation.type) AS type,
       event.date AS date,
       event.title AS label,
       evidence.status AS status,
       evidence.quote AS quote,
       evidence.trigger_text AS trigger,
       evidence.time_text AS time,
       evidence.time_date AS time_date,
       (SELECT group_concat(name, ' < ')
          FROM (SELECT entity.name AS name
                  FROM evidence_attribution AS said JOIN entities AS entity ON entity.id = said.entity_id
                 WHERE said.evidence_id = evidence.id ORDER BY said.id)) AS according_to,
       evidence.rule AS rule,
       evidence.reported AS reported,
       document.ingested AS ingested,
       origin.origin AS origin,
       document.source AS source,
       evidence.start_offset AS start_offset,
       evidence.end_offset AS end_offset
  FROM evidence
  JOIN documents AS document ON document.id = evidence.document_id
  LEFT JOIN document_origins AS origin ON origin.document_id = document.id
  LEFT JOIN events AS event ON event.id = evidence.event_id
  LEFT JOIN relations AS relation ON relation.id = evidence.relation_id
 ORDER BY evidence.id;
)sql";

}  // namespace dateline::store
