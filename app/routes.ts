import { type RouteConfig, route } from '@remix-run/route-config'
import { ROUTE_TABLE } from './http/route-table.ts'

export default ROUTE_TABLE.map(({ path, file }) =>
  route(path.slice(1), `routes/${file}`),
) satisfies RouteConfig
