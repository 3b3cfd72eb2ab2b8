export { LocationCell as Cell, LocationField as Input } from '../../client/widgets/location-field.tsx';
